package dev.cairn.acceptance.pairs;

import java.util.regex.Pattern;

/// Two kinds of settings that no engine takes together.
record Exclusion(Pattern one, Pattern other) {
  static Exclusion parse(String line) {
    String[] sides = line.split(" // ", 2);
    return new Exclusion(Pattern.compile(sides[0]), Pattern.compile(sides[1]));
  }

  boolean forbids(Setting a, Setting b) {
    return (matches(one, a) && matches(other, b)) || (matches(one, b) && matches(other, a));
  }

  private static boolean matches(Pattern pattern, Setting setting) {
    return pattern.matcher(setting.toString()).lookingAt();
  }
}
