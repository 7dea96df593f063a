package dev.cairn.core.schema;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Shapes as JSON Schemas, so that one validator checks all values.
public final class ShapeSchemas {
  private ShapeSchemas() {}

  public static Value.Fields of(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar -> scalar(scalar);
      case Shape.ListOf(Shape element, boolean set) ->
          type("array").with("items", of(element)).with("uniqueItems", new Value.Flag(set));
      case Shape.MapOf(Shape element) -> type("object").with("additionalProperties", of(element));
      case Shape.ObjectOf object -> object(object);
      case Shape.RefTo reference -> nothing("a " + reference);
    };
  }

  private static Value.Fields scalar(Shape.Scalar scalar) {
    return switch (scalar) {
      case STRING -> type("string");
      case INT -> type("integer");
      case NUMBER -> type("number");
      case BOOL -> type("boolean");
      case ANY -> Value.Fields.EMPTY;
    };
  }

  private static Value.Fields object(Shape.ObjectOf object) {
    SortedMap<String, Value> properties = new TreeMap<>();
    object.fields().forEach((name, field) -> properties.put(name, of(field)));
    return type("object")
        .with("properties", new Value.Fields(properties))
        .with("additionalProperties", new Value.Flag(false))
        .with(
            "required",
            new Value.Items(
                object.fields().keySet().stream()
                    .filter(name -> !object.optional().contains(name))
                    .<Value>map(Value::text)
                    .toList()));
  }

  /// What no literal is.
  private static Value.Fields nothing(String expected) {
    return Value.Fields.of(Map.of("not", Value.Fields.EMPTY, "x-expected", Value.text(expected)));
  }

  private static Value.Fields type(String name) {
    return Value.Fields.of(Map.of("type", Value.text(name)));
  }
}
