package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;

/// Makes expressions from their text.
public final class Expressions {
  private Expressions() {}

  /// The expression in `source`, what stands between `${` and `}`. Nothing is reported: what does
  /// not parse is found by the checker, and fails when it is evaluated.
  public static Expression parse(String source, SourceRange range) {
    return PlainReader.read(source)
        .<Expression>map(path -> new Plain(source, range, path))
        .orElseGet(() -> new Formula(source, range));
  }
}
