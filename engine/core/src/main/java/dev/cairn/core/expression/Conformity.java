package dev.cairn.core.expression;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether values have the shapes that were promised for them.
final class Conformity {
  private Conformity() {}

  /// The value in this shape: itself, with whole numbers as numbers where the shape has numbers.
  /// Empty where it does not fit. What is unknown fits everywhere.
  static Optional<Value> of(Value value, Shape shape) {
    if (value instanceof Value.Unknown || value instanceof Value.Sensitive) {
      return Optional.of(value);
    }
    return switch (shape) {
      case Shape.Scalar scalar -> scalar(value, scalar);
      case Shape.ListOf(Shape element, boolean ignored) ->
          value instanceof Value.Items(List<Value> items)
              ? items(items, element)
              : Optional.empty();
      case Shape.MapOf(Shape element) ->
          value instanceof Value.Fields fields
              ? fields(fields, name -> Optional.of(element))
              : Optional.empty();
      case Shape.ObjectOf object ->
          value instanceof Value.Fields fields
              ? fields(fields, name -> Optional.ofNullable(object.fields().get(name)))
              : Optional.empty();
      case Shape.RefTo ignored ->
          value instanceof Value.Ref ? Optional.of(value) : Optional.empty();
    };
  }

  private static Optional<Value> scalar(Value value, Shape.Scalar scalar) {
    boolean fits =
        switch (scalar) {
          case STRING -> value instanceof Value.Text;
          case BOOL -> value instanceof Value.Flag;
          case INT -> value instanceof Value.Whole;
          case NUMBER -> value instanceof Value.Decimal;
          case ANY -> true;
        };
    if (scalar == Shape.Scalar.NUMBER && value instanceof Value.Whole(long number)) {
      return Optional.of(new Value.Decimal(number));
    }
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Value> items(List<Value> items, Shape element) {
    List<Optional<Value>> fitting = items.stream().map(item -> of(item, element)).toList();
    return fitting.stream().allMatch(Optional::isPresent)
        ? Optional.of(new Value.Items(fitting.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  private static Optional<Value> fields(
      Value.Fields fields, java.util.function.Function<String, Optional<Shape>> shapes) {
    SortedMap<String, Value> fitting = new TreeMap<>();
    fields
        .fields()
        .forEach((name, field) ->
            of(field, shapes.apply(name).orElse(Shape.Scalar.ANY))
                .ifPresent(fits -> fitting.put(name, fits)));
    return fitting.size() == fields.fields().size()
        ? Optional.of(new Value.Fields(fitting))
        : Optional.empty();
  }
}
