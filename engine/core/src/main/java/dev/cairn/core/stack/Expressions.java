package dev.cairn.core.stack;

import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import java.util.stream.Stream;

/// The expressions in a term.
final class Expressions {
  private Expressions() {}

  static Stream<Expression> in(Term term) {
    return switch (term) {
      case Term.Literal ignored -> Stream.empty();
      case Term.Computed computed -> Stream.of(computed.expression());
      case Term.Mixed mixed -> mixed.parts().stream().flatMap(Expressions::in);
      case Term.Sequence sequence -> sequence.items().stream().flatMap(Expressions::in);
      case Term.Mapping mapping -> mapping.fields().values().stream().flatMap(Expressions::in);
    };
  }
}
