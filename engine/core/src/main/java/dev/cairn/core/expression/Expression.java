package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.SortedSet;

/// What stands between `${` and `}`. A plain reference is read and evaluated without CEL. Immutable
/// to its users; any thread may evaluate it.
public sealed interface Expression permits Plain, Formula {
  /// The text between the braces.
  String source();

  SourceRange range();

  /// The reference that this expression is, if it is nothing else. Empty where an index is computed
  /// (`subnet[each.key].id`), see [#reads(Environment)].
  Optional<Reference> reference();

  /// Every static path that it reads, names bound inside it (macros) left out. Empty where it does
  /// not parse.
  SortedSet<Reference> reads();

  /// Every path that it reads here, with the indexes that are known put in: `subnet[each.key].id`
  /// is `subnet["a"].id`. Where any key may be read, there is a path for each that there is.
  SortedSet<Reference> reads(Environment environment);

  /// Its value. What waits for something unknown is an unknown with a residual; what comes from
  /// something sensitive is sensitive. `omit()` is an empty answer.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where it fails, with the place
  Optional<Value> evaluate(Environment environment);
}
