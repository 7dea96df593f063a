package dev.cairn.core.document;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.Term;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Finds the second of two equal elements.
final class Twice {
  private Twice() {}

  static Optional<SourceRange> in(Term.Sequence list) {
    Set<Object> seen = new HashSet<>();
    for (Term item : list.items()) {
      if (!Holes.is(item) && !seen.add(JsonTree.of(item))) {
        return Optional.of(item.range());
      }
    }
    return Optional.empty();
  }
}
