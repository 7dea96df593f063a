package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.Checker;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.TypeEnvironment;
import dev.cairn.core.schema.SchemaNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks the expressions in the attributes of a resource or the arguments of a lookup: the type of
/// each must fit one of the forms that the schema has for its place.
record AttributeCheck(Reading reading, TypeEnvironment scope) {
  void check(Term.Mapping attributes, SchemaNode schema) {
    walk(attributes, List.of(schema));
  }

  private void walk(Term term, List<SchemaNode> schemas) {
    List<SchemaNode> forms = schemas.stream().flatMap(schema -> schema.forms().stream()).toList();
    if (!forms.isEmpty() && forms.stream().allMatch(AttributeCheck::isReference)) {
      reference(term, forms.getFirst().shape());
      return;
    }
    switch (term) {
      case Term.Literal ignored -> {}
      case Term.Computed computed -> leaf(computed, forms);
      case Term.Mixed mixed -> leaf(mixed, forms);
      case Term.Sequence sequence -> {
        List<SchemaNode> items = forms.stream().flatMap(form -> form.items().stream()).toList();
        sequence.items().forEach(item -> walk(item, items));
      }
      case Term.Mapping mapping ->
          mapping.fields().forEach((name, field) -> walk(field, fields(forms, name)));
    }
  }

  private static List<SchemaNode> fields(List<SchemaNode> forms, String name) {
    return forms.stream()
        .flatMap(
            form -> Optional.ofNullable(form.properties().get(name)).or(form::additional).stream())
        .toList();
  }

  private static boolean isReference(SchemaNode form) {
    return form.text("x-reference").isPresent();
  }

  /// An expression that fits one of the forms is right; else what is said is for the normal one.
  private void leaf(Term term, List<SchemaNode> forms) {
    List<List<Diagnostic>> answers =
        (forms.isEmpty()
                ? Stream.<Shape>of(Shape.Scalar.ANY)
                : forms.stream().map(SchemaNode::shape).distinct())
            .map(shape -> Checker.check(term, shape, scope))
            .toList();
    if (answers.stream().noneMatch(List::isEmpty)) {
      answers.getFirst().forEach(reading.sink()::report);
    }
  }

  private void reference(Term term, Shape wanted) {
    if (term instanceof Term.Computed) {
      Checker.check(term, wanted, scope).forEach(reading.sink()::report);
    } else if (!(term instanceof Term.Mixed mixed && mixed.parts().isEmpty())) {
      reading.error(
          "CRN1210",
          "a resource is expected",
          "expected a " + wanted,
          term.range(),
          "name the resource itself: `${name}`");
    }
  }
}
