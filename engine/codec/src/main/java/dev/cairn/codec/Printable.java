package dev.cairn.codec;

/// Text as it may be shown: what would move a cursor, colour, hide, reorder or take no room is
/// written as the escapes that JSON has for it, so that nobody's text can stand for ours.
///
/// That is every code point of the general categories Cc (C0, DEL, C1), Cf (bidirectional controls,
/// zero-width joiners and spaces, tags), Zl, Zp and Cs (Unicode 16, table 4-4), and the fillers
/// that look like nothing.
public final class Printable {
  private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0";

  private Printable() {}

  /// Text of which line breaks and tabs are a part.
  public static String text(String text) {
    return escaped(text, true);
  }

  /// Text that stays on its line.
  public static String line(String text) {
    return escaped(text, false);
  }

  private static String escaped(String text, boolean breaks) {
    int first = firstHidden(text, breaks);
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first)
        .codePoints()
        .forEach(point -> {
          if (hidden(point, breaks)) {
            for (char unit : Character.toChars(point)) {
              out.append(escape(unit));
            }
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  private static int firstHidden(String text, boolean breaks) {
    int at = 0;
    while (at < text.length() && !hidden(text.codePointAt(at), breaks)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean hidden(int point, boolean breaks) {
    if (point >= ' ' && point < 0x7f) {
      return false;
    }
    if (breaks && (point == '\n' || point == '\t')) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> FILLERS.indexOf(point) >= 0;
    };
  }

  private static String escape(char unit) {
    return switch (unit) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> "\\u" + Integer.toHexString(0x10000 | unit).substring(1);
    };
  }
}
