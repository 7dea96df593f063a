package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.core.schema.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A stack with an instance for each attribute of a type that may be left out: what is required,
/// and this one. Made from the type's schema, so that a new attribute cannot be forgotten.
///
/// @param required the attributes that each instance has, with `#` for its number, as YAML
/// @param values of attributes whose schema alone does not give a good one, as YAML
record RemovedLines(
    TypeName type,
    String around,
    Map<String, String> required,
    Map<String, String> values,
    List<String> left) {

  /// The same without some more of the lines, `TYPE.PATH`.
  RemovedLines without(Set<String> paths) {
    List<String> fewer = new ArrayList<>(left);
    lines().keySet().stream().filter(path -> paths.contains(type + "." + path)).forEach(fewer::add);
    return new RemovedLines(type, around, required, values, fewer);
  }

  /// Every attribute that can be left out, by its path through objects.
  SortedMap<String, String> lines() {
    SortedMap<String, String> lines = new TreeMap<>();
    Value.Fields schema = SchemaFiles.bundled().type(type).orElseThrow();
    collect(schema, "", lines);
    lines.keySet().removeAll(left);
    return lines;
  }

  /// A stack of one or more types with the same around them, with the lines or without.
  static String yaml(List<RemovedLines> all, boolean with) {
    StringBuilder yaml = new StringBuilder("stack: removed\n").append(all.getFirst().around());
    all.forEach(lines -> lines.add(yaml, with));
    return yaml.toString();
  }

  private void add(StringBuilder yaml, boolean with) {
    int number = 0;
    for (Map.Entry<String, String> line : lines().entrySet()) {
      number++;
      SortedMap<String, String> attributes = new TreeMap<>(required);
      List<String> keys = new ArrayList<>(List.of(line.getKey().split("\\.")));
      String value = line.getValue();
      for (int i = keys.size() - 1; i > 0; i--) {
        value = "{ " + keys.get(i) + ": " + value + " }";
      }
      if (with) {
        attributes.put(keys.getFirst(), merged(attributes.get(keys.getFirst()), value));
      }
      yaml.append("  ").append(name(line.getKey())).append(":\n    type: ").append(type);
      String own = Integer.toString(number);
      attributes.forEach((name, text) ->
          yaml.append("\n    ").append(name).append(": ").append(text.replace("#", own)));
      yaml.append('\n');
    }
  }

  String name(String path) {
    return type.name() + "Of" + path.replace(".", "In").replaceAll("[^A-Za-z0-9]", "");
  }

  /// Of an object that is required, the rest stays.
  private static String merged(@org.jspecify.annotations.Nullable String object, String value) {
    return object == null || object.equals("{}") || !object.startsWith("{")
        ? value
        : object.substring(0, object.length() - 1) + ", " + value.substring(1);
  }

  private void collect(Value.Fields object, String above, Map<String, String> lines) {
    object
        .fields("properties")
        .fields()
        .forEach((name, value) -> {
          Value.Fields schema = (Value.Fields) value;
          String path = above + name;
          boolean removable =
              !schema.flag("readOnly").orElse(false)
                  && !schema.has("x-unavailable")
                  && !fixed(schema);
          boolean needed = object.items("required").contains(Value.text(name));
          if (removable && schema.has("properties")) {
            collect(schema, path + ".", lines);
          } else if (removable && !needed) {
            lines.put(path, values.getOrDefault(path, sample(schema)));
          }
        });
  }

  /// Whether its default is all that it can be.
  private static boolean fixed(Value.Fields schema) {
    List<Value> choices = schema.items("enum");
    return choices.size() == 1
        && schema.get("default").filter(choices.getFirst()::equals).isPresent();
  }

  private static String sample(Value.Fields schema) {
    return Json.canonical(value(schema));
  }

  private static Value value(Value.Fields schema) {
    List<Value> choices = schema.items("enum");
    if (!choices.isEmpty()) {
      return choices.stream()
          .filter(choice -> !schema.get("default").filter(choice::equals).isPresent())
          .reduce((first, last) -> last)
          .orElseThrow();
    }
    if (!schema.items("anyOf").isEmpty()) {
      return value((Value.Fields) schema.items("anyOf").getFirst());
    }
    return switch (schema.text("type").orElse("string")) {
      case "boolean" -> new Value.Flag(!schema.flag("default").orElse(false));
      case "integer" -> new Value.Whole(Math.max(schema.whole("minimum").orElse(0L), 3));
      case "number" -> new Value.Whole(1);
      case "array" -> new Value.Items(List.of(value(schema.fields("items"))));
      case "object" ->
          schema.has("properties")
              ? whole(schema)
              : Value.Fields.of("some", value(schema.fields("additionalProperties")));
      default -> Value.text("some");
    };
  }

  private static Value.Fields whole(Value.Fields schema) {
    Value.Fields all = Value.Fields.EMPTY;
    for (Map.Entry<String, Value> property : schema.fields("properties").fields().entrySet()) {
      all = all.with(property.getKey(), value((Value.Fields) property.getValue()));
    }
    return all;
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
