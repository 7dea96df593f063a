package dev.cairn.core.expression;

/// Finds where an expression ends: at the brace that closes it, for a reader that knows CEL's
/// strings, comments and braces.
final class Braces {
  private final String text;
  private int at;

  private Braces(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /// The offset of the `}` that closes an expression whose first character is at `from`, or -1.
  static int end(String text, int from) {
    return new Braces(text, from).end();
  }

  private int end() {
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '"', '\'' -> string(c);
        case '/' -> comment();
        case '{' -> open++;
        case '}' -> {
          if (open-- == 0) {
            return at;
          }
        }
        default -> {}
      }
      at++;
    }
    return -1;
  }

  /// Leaves `at` on the last character of the string.
  private void string(char quote) {
    boolean raw = raw();
    String end = String.valueOf(quote).repeat(text.startsWith(("" + quote).repeat(3), at) ? 3 : 1);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      at += text.charAt(at) == '\\' && !raw ? 2 : 1;
    }
    at += end.length() - 1;
  }

  /// Whether the string that begins here is raw: `r"…"`, `rb"…"`.
  private boolean raw() {
    int word = at;
    while (word > 0 && Character.isLetterOrDigit(text.charAt(word - 1))) {
      word--;
    }
    return switch (text.substring(word, at)) {
      case "r", "R", "rb", "rB", "Rb", "RB", "br", "bR", "Br", "BR" -> true;
      default -> false;
    };
  }

  private void comment() {
    if (text.startsWith("//", at)) {
      int line = text.indexOf('\n', at);
      at = line < 0 ? text.length() : line;
    }
  }
}
