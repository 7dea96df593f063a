package dev.cairn.core.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cairn.api.diagnostic.DiagnosticException;

/// Regular expressions in RE2's syntax, whose matching takes linear time. What counted repetitions
/// multiply to is bounded before a pattern is compiled, as the compiler writes each of them out.
final class Patterns {
  private static final long LARGEST = 10_000;

  private Patterns() {}

  /// Whether the pattern is found anywhere in the text, as CEL's `matches` says.
  static boolean matches(String text, String pattern) {
    if (pattern.contains("\\Q")) {
      throw new DiagnosticException(
          Problems.failed("a pattern may not quote with \\Q: escape each character with \\"));
    }
    long size = new Reading(pattern).size();
    if (size > LARGEST) {
      throw new DiagnosticException(
          Problems.tooMuch("its pattern repeats more than " + LARGEST + " parts"));
    }
    Sources.current().work().take(size * (pattern.length() + text.length()));
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw new DiagnosticException(Problems.failed("no pattern: " + e.getDescription()));
    }
  }

  /// How many parts a pattern has when its repetitions are written out: no more than that is read.
  private static final class Reading {
    private final String pattern;
    private int at;

    Reading(String pattern) {
      this.pattern = pattern;
    }

    /// The size up to the end of the group that is open, or of the pattern.
    long size() {
      long before = 0;
      long last = 0;
      while (at < pattern.length() && pattern.charAt(at) != ')') {
        if (pattern.charAt(at) == '{' && last > 0) {
          last = Math.min(LARGEST + 1, last * Math.max(1, times()));
        } else {
          before = Math.min(LARGEST + 1, before + last);
          last = part();
        }
      }
      return Math.min(LARGEST + 1, before + last);
    }

    private long part() {
      char first = pattern.charAt(at++);
      return switch (first) {
        case '(' -> {
          long inside = size();
          at++;
          yield Math.max(1, inside);
        }
        case '[' -> {
          at = Math.max(at, pattern.indexOf(']', at + 1)) + 1;
          yield 1;
        }
        case '\\' -> {
          at++;
          yield 1;
        }
        default -> 1;
      };
    }

    /// The larger number of `{2}`, `{2,}` or `{2,5}`; 1 of what is none of them.
    private long times() {
      int end = pattern.indexOf('}', at);
      String counts = end < 0 ? "" : pattern.substring(at + 1, end);
      at = end < 0 ? at + 1 : end + 1;
      long most = 1;
      for (String count : counts.split(",", -1)) {
        most = count.matches("\\d{1,9}") ? Math.max(most, Long.parseLong(count)) : most;
      }
      return most;
    }
  }
}
