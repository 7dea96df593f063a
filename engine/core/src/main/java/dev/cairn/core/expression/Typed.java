package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Shape;
import java.util.List;

/// The type of an expression and what is wrong with it. Where something is wrong, the type is
/// `ANY`.
record Typed(Shape shape, List<Diagnostic> problems) {
  Typed {
    problems = List.copyOf(problems);
  }

  static Typed of(Shape shape) {
    return new Typed(shape, List.of());
  }

  static Typed wrong(Diagnostic problem) {
    return new Typed(Shape.Scalar.ANY, List.of(problem));
  }

  boolean right() {
    return problems.isEmpty();
  }
}
