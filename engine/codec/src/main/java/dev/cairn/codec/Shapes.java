package dev.cairn.codec;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The written form of shapes: `"string"`, `{"list": …}`, `{"set": …}`, `{"map": …}`, `{"object":
/// {…}, "optional": […]}`, `{"reference": "aws.vpc"}`.
final class Shapes {
  private Shapes() {}

  static Value plain(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar -> new Value.Text(scalar.toString());
      case Shape.ListOf(Shape element, boolean set) ->
          Value.Fields.of(set ? "set" : "list", plain(element));
      case Shape.MapOf(Shape element) -> Value.Fields.of("map", plain(element));
      case Shape.ObjectOf object -> plain(object);
      case Shape.RefTo(TypeName type) ->
          Value.Fields.of("reference", new Value.Text(type.toString()));
    };
  }

  private static Value plain(Shape.ObjectOf object) {
    SortedMap<String, Value> fields = new TreeMap<>();
    object.fields().forEach((name, field) -> fields.put(name, plain(field)));
    List<Value> optional = object.optional().stream().sorted().<Value>map(Value.Text::new).toList();
    return Value.Fields.of("object", new Value.Fields(fields))
        .with(
            optional.isEmpty()
                ? Value.Fields.EMPTY
                : Value.Fields.of("optional", new Value.Items(optional)));
  }

  static Shape read(Value plain) {
    return switch (plain) {
      case Value.Text(String name) -> scalar(name);
      case Value.Fields fields when !fields.fields().isEmpty() -> composed(fields);
      default -> throw new CodecException("a type is expected");
    };
  }

  private static Shape scalar(String name) {
    for (Shape.Scalar scalar : Shape.Scalar.values()) {
      if (scalar.name().toLowerCase(Locale.ROOT).equals(name)) {
        return scalar;
      }
    }
    throw new CodecException("unknown type");
  }

  private static Shape composed(Value.Fields fields) {
    Map.Entry<String, Value> first = fields.fields().entrySet().iterator().next();
    return switch (first.getKey()) {
      case "list" -> new Shape.ListOf(read(first.getValue()), false);
      case "set" -> new Shape.ListOf(read(first.getValue()), true);
      case "map" -> new Shape.MapOf(read(first.getValue()));
      case "reference" -> new Shape.RefTo(Texts.read(TypeName::parse, first.getValue()));
      case "object" -> object(fields);
      default -> throw new CodecException("unknown type");
    };
  }

  private static Shape object(Value.Fields fields) {
    SortedMap<String, Shape> parts = new TreeMap<>();
    fields.fields("object").fields().forEach((name, part) -> parts.put(name, read(part)));
    return new Shape.ObjectOf(
        parts,
        fields.items("optional").stream()
            .map(name -> Texts.read(text -> text, name))
            .collect(Collectors.toSet()));
  }
}
