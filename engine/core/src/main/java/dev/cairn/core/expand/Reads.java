package dev.cairn.core.expand;

import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The expressions in a term that may be absent.
final class Reads {
  private Reads() {}

  static Stream<Expression> in(@Nullable Term term) {
    return term == null ? Stream.empty() : Terms.expressions(term);
  }
}
