package dev.cairn.core.document;

import dev.cairn.api.diagnostic.SourceRange;
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
    return term instanceof Term.Computed || term instanceof Term.Mixed;
  }
}
