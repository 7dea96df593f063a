package dev.cairn.core.expression;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the types of expressions against the schemas. Needs no provider and evaluates nothing;
/// plain references are checked without CEL.
public final class Checker {
  private final TypeEnvironment types;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Checker(TypeEnvironment types) {
    this.types = types;
  }

  /// Everything that is wrong with the expressions in a term. Literals are not looked at.
  ///
  /// @param expected the shape that the schema says, [Shape.Scalar#ANY] where it says nothing
  public static List<Diagnostic> check(Term term, Shape expected, TypeEnvironment types) {
    Checker checker = new Checker(types);
    checker.term(term, expected);
    return List.copyOf(checker.problems);
  }

  /// What is wrong with an expression that must give `expected`.
  public static List<Diagnostic> check(
      Expression expression, Shape expected, TypeEnvironment types) {
    return check(new Term.Computed(expression, expression.range()), expected, types);
  }

  /// The type of an expression, `ANY` where it is wrong.
  public static Shape shapeOf(Expression expression, TypeEnvironment types) {
    return typed(expression, types).shape();
  }

  /// The type of what a term gives: of a list by its elements, of a mapping an object.
  public static Shape shapeOf(Term term, TypeEnvironment types) {
    return switch (term) {
      case Term.Literal literal -> Shapes.of(literal.value());
      case Term.Computed computed -> shapeOf(computed.expression(), types);
      case Term.Mixed ignored -> Shape.Scalar.STRING;
      case Term.Sequence sequence ->
          new Shape.ListOf(
              sequence.items().stream()
                  .map(item -> shapeOf(item, types))
                  .reduce(Shapes::common)
                  .orElse(Shape.Scalar.ANY),
              false);
      case Term.Mapping mapping -> {
        java.util.TreeMap<String, Shape> fields = new java.util.TreeMap<>();
        mapping.fields().forEach((name, field) -> fields.put(name, shapeOf(field, types)));
        yield Bounds.within(new Shape.ObjectOf(fields, java.util.Set.of()));
      }
    };
  }

  private static Typed typed(Expression expression, TypeEnvironment types) {
    return switch (expression) {
      case Plain plain -> new PlainCheck(plain.source(), plain.range(), types).value(plain.path());
      case Formula formula -> FormulaCheck.of(formula, types);
    };
  }

  private void term(Term term, Shape expected) {
    switch (term) {
      case Term.Literal ignored -> {}
      case Term.Computed computed -> computed(computed.expression(), expected);
      case Term.Mixed mixed -> mixed.parts().forEach(this::part);
      case Term.Sequence sequence ->
          sequence.items().forEach(item -> term(item, Shapes.element(expected)));
      case Term.Mapping mapping -> mapping(mapping.fields(), expected);
    }
  }

  private void mapping(Map<String, Term> fields, Shape expected) {
    fields.forEach(
        (name, field) -> term(field, Shapes.child(expected, name).orElse(Shape.Scalar.ANY)));
  }

  private void computed(Expression expression, Shape expected) {
    if (expected instanceof Shape.RefTo(TypeName type)) {
      resource(expression, type, expected);
      return;
    }
    Typed typed = typed(expression, types);
    problems.addAll(typed.problems());
    if (typed.right() && !Fitting.fits(typed.shape(), expected)) {
      problems.add(mismatch(typed.shape(), expected).at(expression.range()));
    }
  }

  private static Diagnostic mismatch(Shape given, Shape expected) {
    Diagnostic problem = Problems.wrongType(given.toString(), expected.toString());
    if (expected == Shape.Scalar.NUMBER && given == Shape.Scalar.INT) {
      return problem.suggest("nothing converts by itself: use `double(…)`, or write `2.0`");
    }
    if (expected instanceof Shape.Scalar && given instanceof Shape.Scalar) {
      String function = expected == Shape.Scalar.NUMBER ? "double" : expected.toString();
      return problem.suggest("use `" + function + "(…)`");
    }
    return problem;
  }

  private void part(Term part) {
    if (!(part instanceof Term.Computed(Expression expression, var range))) {
      return;
    }
    Typed typed = typed(expression, types);
    problems.addAll(typed.problems());
    if (!typed.right()) {
      return;
    }
    if (!(typed.shape() instanceof Shape.Scalar)) {
      problems.add(Problems.notInText(typed.shape().toString()).at(range));
    } else if (omits(expression)) {
      problems.add(Problems.omitted().at(range));
    }
  }

  private static boolean omits(Expression expression) {
    try {
      return expression instanceof Formula formula && FormulaCheck.mayOmit(formula.parsed().root());
    } catch (DiagnosticException reportedAlready) {
      return false;
    }
  }

  /// `${engine}`, or `${engine[…]}` of one with instances.
  private void resource(Expression expression, TypeName type, Shape expected) {
    Optional<Shape> shape =
        expression instanceof Plain plain ? types.root(plain.path().root()) : Optional.empty();
    if (!(expression instanceof Plain plain) || shape.isEmpty()) {
      List<Diagnostic> wrong = typed(expression, types).problems();
      problems.addAll(
          wrong.isEmpty()
              ? List.of(Problems.needsResource(expected.toString()).at(expression.range()))
              : wrong);
      return;
    }
    String root = plain.path().root();
    int steps = Roots.hasInstances(root, shape.get()) ? 1 : 0;
    boolean one =
        plain.path().steps().size() == steps
            && plain.path().steps().stream()
                .noneMatch(step -> step instanceof PlainPath.Step.Field);
    Optional<TypeName> given = types.resource(root);
    if (!one || !Roots.isResource(root, shape.get(), types)) {
      problems.add(Problems.needsResource(expected.toString()).at(expression.range()));
    } else if (given.isPresent() && !given.get().equals(type)) {
      problems.add(
          Problems.wrongResource(root, given.get().toString(), type.toString())
              .at(expression.range()));
    }
  }
}
