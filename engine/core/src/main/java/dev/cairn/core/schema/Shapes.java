package dev.cairn.core.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shape of what a schema describes: of several forms, the normal one's.
final class Shapes {
  private Shapes() {}

  static Shape of(SchemaNode schema) {
    Optional<String> reference = schema.text("x-reference");
    if (reference.isPresent()) {
      return new Shape.RefTo(TypeName.parse(reference.get()));
    }
    SchemaNode normal = schema.forms().getFirst();
    return normal.equals(schema) ? plain(schema) : of(normal);
  }

  private static Shape plain(SchemaNode schema) {
    return switch (schema.type().orElse("any")) {
      case "string" -> Shape.Scalar.STRING;
      case "boolean" -> Shape.Scalar.BOOL;
      case "integer" -> Shape.Scalar.INT;
      case "number" -> Shape.Scalar.NUMBER;
      case "array" -> list(schema);
      case "object" -> object(schema);
      default -> Shape.Scalar.ANY;
    };
  }

  private static Shape list(SchemaNode schema) {
    Shape element = schema.items().map(Shapes::of).orElse(Shape.Scalar.ANY);
    return new Shape.ListOf(element, schema.flag("uniqueItems"));
  }

  private static Shape object(SchemaNode schema) {
    SortedMap<String, SchemaNode> properties = schema.properties();
    if (properties.isEmpty()) {
      return new Shape.MapOf(schema.additional().map(Shapes::of).orElse(Shape.Scalar.ANY));
    }
    List<String> required = schema.texts("required");
    SortedMap<String, Shape> fields = new TreeMap<>();
    Set<String> optional = new TreeSet<>();
    properties.forEach((name, property) -> {
      fields.put(name, of(property));
      if (!required.contains(name) && !property.flag("readOnly")) {
        optional.add(name);
      }
    });
    return new Shape.ObjectOf(fields, optional);
  }
}
