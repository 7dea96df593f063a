package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Subject;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import dev.cairn.core.schema.ShapeSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Values of variables: checked against the variable's type by the validator of all values. What
/// does not fit is reported.
///
/// @param key under which the value stands
record Fit(Reading reading, String key, Shape shape) {
  /// Checks what is literal; what an expression yields is not looked at.
  void check(Term term) {
    wrong(term).forEach(reading.sink()::report);
  }

  /// The value, in which no expression may stand; empty where something was reported.
  Optional<Value> value(Term term) {
    List<Expression> expressions = Terms.expressions(term).toList();
    List<Diagnostic> wrong = wrong(term);
    expressions.forEach(expression -> refuse(expression.range()));
    wrong.forEach(reading.sink()::report);
    return expressions.isEmpty() && wrong.isEmpty() && whole(term)
        ? Optional.of(Terms.value(term, shape))
        : Optional.empty();
  }

  private List<Diagnostic> wrong(Term term) {
    List<Diagnostic> found = new ArrayList<>();
    SourceRange place = term.range();
    Subject subject =
        new Subject(
            "shape " + key + " " + shape,
            "the variable",
            ShapeSchemas.of(new Shape.ObjectOf(new TreeMap<>(Map.of(key, shape)), Set.of())),
            new Term.Mapping(Map.of(key, term), Map.of(key, place), place),
            place);
    reading.validator().check(subject, found::add);
    return found;
  }

  /// Whether nothing in it has been refused already.
  private static boolean whole(Term term) {
    return switch (term) {
      case Term.Literal _ -> true;
      case Term.Computed _, Term.Mixed _ -> false;
      case Term.Sequence sequence -> sequence.items().stream().allMatch(Fit::whole);
      case Term.Mapping mapping -> mapping.fields().values().stream().allMatch(Fit::whole);
    };
  }

  private void refuse(SourceRange place) {
    reading.error(
        "CRN1035",
        "an expression cannot stand here",
        "this is read before anything is evaluated",
        place,
        "write the value literally, or compute it in `locals`");
  }
}
