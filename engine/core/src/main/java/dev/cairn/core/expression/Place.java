package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;

/// Places inside a scalar or an expression, from offsets in its text.
final class Place {
  private Place() {}

  /// The place of `text[from, to)` in an expression. Exact where the range is as long as the text,
  /// which says that the file has it as it is; else the whole range.
  static SourceRange within(SourceRange range, String text, int from, int to) {
    return exact(range, text.length()) ? cut(range, from, to) : range;
  }

  /// The place of `text[from, to)` in a scalar: exact where the scalar stands in one line without
  /// escapes, the line in a literal block, else the scalar.
  static SourceRange inScalar(SourceRange range, String text, boolean quoted, int from, int to) {
    int quote = quoted ? 1 : 0;
    if (exact(range, text.length() + 2 * quote)) {
      return cut(range, from + quote, to + quote);
    }
    int lines = (int) text.chars().filter(c -> c == '\n').count();
    int height = range.endLine() - range.line();
    if (!quoted && lines > 0 && (height == lines || height == lines + 1)) {
      int line =
          range.line() + 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
      return new SourceRange(range.file(), line, 1, line, 1);
    }
    return range;
  }

  private static boolean exact(SourceRange range, int length) {
    return range.line() == range.endLine() && range.endColumn() - range.column() == length;
  }

  private static SourceRange cut(SourceRange range, int from, int to) {
    return new SourceRange(
        range.file(), range.line(), range.column() + from, range.line(), range.column() + to);
  }
}
