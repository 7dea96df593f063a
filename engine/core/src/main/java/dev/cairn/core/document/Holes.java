package dev.cairn.core.document;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.List;

/// Places whose value is not known to a document: expressions, and what has been refused already.
/// Nothing is said of them.
final class Holes {
  private Holes() {}

  /// Stands for something that has been refused.
  static Term at(SourceRange range) {
    return new Term.Mixed(List.of(), range);
  }

  static boolean is(Term term) {
    return switch (term) {
      case Term.Computed _, Term.Mixed _ -> true;
      case Term.Literal literal -> is(literal.value());
      case Term.Sequence _, Term.Mapping _ -> false;
    };
  }

  /// A value that is not known yet, or a resource, of which the expression's type says everything.
  static boolean is(Value value) {
    return value.revealed() instanceof Value.Unknown || value.revealed() instanceof Value.Ref;
  }
}
