package dev.cairn.core.expression;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What follows from shapes.
final class Shapes {
  private Shapes() {}

  /// The shape one step down; empty where there is no such field.
  static Optional<Shape> child(Shape shape, String key) {
    return switch (shape) {
      case Shape.ObjectOf object -> Optional.ofNullable(object.fields().get(key));
      case Shape.MapOf(Shape element) -> Optional.of(element);
      case Shape.Scalar scalar ->
          scalar == Shape.Scalar.ANY ? Optional.of(scalar) : Optional.empty();
      case Shape.ListOf ignored -> Optional.empty();
      case Shape.RefTo ignored -> Optional.empty();
    };
  }

  /// The shape of an element of a list or a map; `ANY` for others.
  static Shape element(Shape shape) {
    return switch (shape) {
      case Shape.MapOf(Shape element) -> element;
      case Shape.ListOf(Shape element, boolean ignored) -> element;
      case Shape.ObjectOf ignored -> Shape.Scalar.ANY;
      case Shape.Scalar ignored -> Shape.Scalar.ANY;
      case Shape.RefTo ignored -> Shape.Scalar.ANY;
    };
  }

  /// The shape that a value has.
  static Shape of(Value value) {
    return switch (value) {
      case Value.Text ignored -> Shape.Scalar.STRING;
      case Value.Whole ignored -> Shape.Scalar.INT;
      case Value.Decimal ignored -> Shape.Scalar.NUMBER;
      case Value.Flag ignored -> Shape.Scalar.BOOL;
      case Value.Ref ignored -> Shape.Scalar.ANY;
      case Value.Unknown unknown -> unknown.shape();
      case Value.Sensitive sensitive -> of(sensitive.inner());
      case Value.Items list ->
          new Shape.ListOf(
              list.items().stream().map(Shapes::of).reduce(Shapes::common).orElse(Shape.Scalar.ANY),
              false);
      case Value.Fields map -> {
        TreeMap<String, Shape> fields = new TreeMap<>();
        map.fields().forEach((name, field) -> fields.put(name, of(field)));
        yield new Shape.ObjectOf(fields, new TreeSet<>());
      }
    };
  }

  /// The shape that covers both: one of them where they are equal, else `ANY`.
  static Shape common(Shape one, Shape other) {
    return one.equals(other) ? one : Shape.Scalar.ANY;
  }
}
