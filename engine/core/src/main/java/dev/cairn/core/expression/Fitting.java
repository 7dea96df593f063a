package dev.cairn.core.expression;

import dev.cairn.api.value.Shape;

/// Whether a value of one shape can stand where another is expected.
final class Fitting {
  private Fitting() {}

  /// A text fits where a container is expected, as it may be a short form of it; what it holds is
  /// validated when it is known.
  static boolean fits(Shape given, Shape expected) {
    if (given.equals(expected) || given == Shape.Scalar.ANY || expected == Shape.Scalar.ANY) {
      return true;
    }
    return switch (expected) {
      case Shape.Scalar ignored -> false;
      case Shape.RefTo ignored -> false;
      case Shape.ListOf(Shape element, boolean ignored) ->
          given == Shape.Scalar.STRING
              || (given instanceof Shape.ListOf(Shape each, boolean ordered)
                  && fits(each, element));
      case Shape.MapOf(Shape element) ->
          given == Shape.Scalar.STRING
              || (given instanceof Shape.MapOf(Shape each) && fits(each, element))
              || (given instanceof Shape.ObjectOf object
                  && object.fields().values().stream().allMatch(each -> fits(each, element)));
      case Shape.ObjectOf object -> given == Shape.Scalar.STRING || fits(given, object);
    };
  }

  private static boolean fits(Shape given, Shape.ObjectOf expected) {
    return switch (given) {
      case Shape.ObjectOf object ->
          object.fields().entrySet().stream()
              .allMatch(field -> {
                Shape wanted = expected.fields().get(field.getKey());
                return wanted == null || fits(field.getValue(), wanted);
              });
      case Shape.MapOf(Shape element) ->
          expected.fields().values().stream().anyMatch(field -> fits(element, field));
      case Shape other -> false;
    };
  }
}
