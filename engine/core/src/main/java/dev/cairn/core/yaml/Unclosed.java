package dev.cairn.core.yaml;

/// Looks for a `${` that no brace closes.
final class Unclosed {
  private Unclosed() {}

  static boolean in(String text) {
    int at = text.indexOf("${");
    while (at >= 0) {
      if (at > 0 && text.charAt(at - 1) == '$') {
        at = text.indexOf("${", at + 2);
        continue;
      }
      int end = end(text, at + 2);
      if (end < 0) {
        return true;
      }
      at = text.indexOf("${", end);
    }
    return false;
  }

  private static int end(String text, int from) {
    int depth = 1;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
