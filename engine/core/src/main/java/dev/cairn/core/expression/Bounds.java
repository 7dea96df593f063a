package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;

/// How large a value may become. A few lines that double each other are larger than any memory;
/// nothing that an infrastructure is described with comes near these bounds.
final class Bounds {
  /// Loops of `map`, `filter` and the like, nested ones multiplied.
  static final int ITERATIONS = 100_000;

  private static final int ELEMENTS = 1_000_000;
  private static final int CHARACTERS = 8 << 20;

  private static final int PARTS = 10_000;

  private int elements = ELEMENTS;
  private int characters = CHARACTERS;

  private Bounds() {}

  /// @throws DiagnosticException where the value is larger
  static Value within(Value value, SourceRange place) {
    Bounds left = new Bounds();
    left.take(value);
    if (left.spent()) {
      throw new DiagnosticException(
          Problems.tooMuch(
                  "its value has more than %d elements or %d MiB of text"
                      .formatted(ELEMENTS, CHARACTERS >> 20))
              .at(place));
    }
    return value;
  }

  /// The shape, or any where it has too many parts: shapes that share parts are larger than their
  /// memory, and whatever walks them would not end.
  static Shape within(Shape shape) {
    Bounds left = new Bounds();
    left.elements = PARTS;
    left.take(shape);
    return left.spent() ? Shape.Scalar.ANY : shape;
  }

  private void take(Shape shape) {
    elements--;
    if (spent()) {
      return;
    }
    switch (shape) {
      case Shape.ListOf list -> take(list.element());
      case Shape.MapOf map -> take(map.element());
      case Shape.ObjectOf object -> object.fields().values().forEach(this::take);
      case Shape.RefTo ignored -> {}
      case Shape.Scalar ignored -> {}
    }
  }

  private boolean spent() {
    return elements < 0 || characters < 0;
  }

  /// Stops where the bounds are reached: values that share parts are larger than their memory.
  private void take(Value value) {
    elements--;
    if (spent()) {
      return;
    }
    switch (value) {
      case Value.Text(String text) -> characters -= Math.min(text.length(), CHARACTERS + 1);
      case Value.Sensitive sensitive -> take(sensitive.inner());
      case Value.Items list -> list.items().forEach(this::take);
      case Value.Fields map -> map.fields().values().forEach(this::take);
      case Value.Whole ignored -> {}
      case Value.Decimal ignored -> {}
      case Value.Flag ignored -> {}
      case Value.Ref ignored -> {}
      case Value.Unknown ignored -> {}
    }
  }
}
