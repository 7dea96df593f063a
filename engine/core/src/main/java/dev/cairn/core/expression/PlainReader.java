package dev.cairn.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads plain references. Whatever is more than that, or only nearly one, is left to CEL.
final class PlainReader {
  private static final Set<String> NO_FIELDS = Set.of("true", "false", "null", "in");

  private final String text;
  private int at;

  private PlainReader(String text) {
    this.text = text;
  }

  static Optional<PlainPath> read(String text) {
    PlainReader reader = new PlainReader(text);
    PlainPath path = reader.path();
    reader.space();
    return path == null || reader.at < text.length() ? Optional.empty() : Optional.of(path);
  }

  private @Nullable PlainPath path() {
    space();
    int from = at;
    String root = name();
    if (root.isEmpty() || Reference.RESERVED.contains(root)) {
      return null;
    }
    List<PlainPath.Step> steps = new ArrayList<>();
    int end = at;
    for (space(); at < text.length() && "[.".indexOf(text.charAt(at)) >= 0; space()) {
      PlainPath.Step step = step();
      if (step == null) {
        return null;
      }
      steps.add(step);
      end = at;
    }
    return new PlainPath(root, steps, from, end);
  }

  private PlainPath.@Nullable Step step() {
    boolean field = text.charAt(at++) == '.';
    space();
    int from = at;
    if (field) {
      String name = name();
      return name.isEmpty() || NO_FIELDS.contains(name)
          ? null
          : new PlainPath.Step.Field(name, from, at);
    }
    PlainPath.Step step = index(from);
    space();
    return step != null && take(']') ? step : null;
  }

  private PlainPath.@Nullable Step index(int from) {
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '"' || first == '\'') {
      String key = string(first);
      return key == null ? null : new PlainPath.Step.Key(key, from, at);
    }
    if (Character.isDigit(first)) {
      return position(from);
    }
    PlainPath path = path();
    return path == null ? null : new PlainPath.Step.Index(path, from, path.end());
  }

  private PlainPath.@Nullable Step position(int from) {
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(from, at);
    return digits.length() > 9
        ? null
        : new PlainPath.Step.Position(Integer.parseInt(digits), from, at);
  }

  /// A string without escapes; others are CEL's business.
  private @Nullable String string(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      return null;
    }
    String inner = text.substring(at + 1, end);
    boolean triple = inner.isEmpty() && text.startsWith(String.valueOf(quote), end + 1);
    at = end + 1;
    return triple || inner.contains("\\") || inner.contains("\n") ? null : inner;
  }

  private String name() {
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at), at == from)) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isNamePart(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
