package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.SortedSet;

/// What stands between `${` and `}`. A plain reference is read and evaluated without CEL.
public interface Expression {
  /// The text between the braces.
  String source();

  SourceRange range();

  /// The reference that this expression is, if it is nothing else.
  Optional<Reference> reference();

  /// Every static path that it reads, names bound inside it (macros) left out.
  SortedSet<Reference> reads();

  /// Its value. What waits for something unknown is an unknown with a residual; what comes from
  /// something sensitive is sensitive. `omit()` is an empty answer.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where it fails, with the place
  Optional<Value> evaluate(Environment environment);
}
