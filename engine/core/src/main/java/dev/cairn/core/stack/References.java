package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.Term;
import java.util.Map;

/// Refuses values where a resource itself belongs.
record References(Reading reading) {
  void check(Term term, Shape shape) {
    switch (shape) {
      case Shape.RefTo reference -> resource(term, reference);
      case Shape.ListOf(Shape element, boolean ignored) -> {
        if (term instanceof Term.Sequence sequence) {
          sequence.items().forEach(item -> check(item, element));
        }
      }
      case Shape.MapOf(Shape element) -> {
        if (term instanceof Term.Mapping mapping) {
          mapping.fields().values().forEach(field -> check(field, element));
        }
      }
      case Shape.ObjectOf(Map<String, Shape> fields, var ignored) -> {
        if (term instanceof Term.Mapping mapping) {
          mapping
              .fields()
              .forEach((name, field) -> check(field, fields.getOrDefault(name, Shape.Scalar.ANY)));
        }
      }
      case Shape.Scalar ignored -> {}
    }
  }

  private void resource(Term term, Shape.RefTo wanted) {
    SourceRange place = term.range();
    if (!(term instanceof Term.Computed)
        && !(term instanceof Term.Mixed mixed && mixed.parts().isEmpty())) {
      reading.error(
          "CRN1210",
          "a resource is expected",
          "expected a " + wanted,
          place,
          "name the resource itself: `${name}`");
    }
  }
}
