package dev.cairn.core.schema;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One place of a JSON Schema document, with local references (`#/$defs/…`) followed.
///
/// @param root the whole document
public record SchemaNode(Value.Fields root, Value.Fields keywords) {
  /// The top of a document.
  public static SchemaNode of(Value.Fields document) {
    return at(document, document);
  }

  private static SchemaNode at(Value.Fields root, Value.Fields keywords) {
    Optional<String> reference = keywords.text("$ref");
    if (reference.isEmpty()) {
      return new SchemaNode(root, keywords);
    }
    return at(root, target(root, reference.get()).with(keywords.without("$ref")));
  }

  private static Value.Fields target(Value.Fields root, String reference) {
    if (!reference.startsWith("#/")) {
      throw new IllegalStateException("a schema refers outside of itself: " + reference);
    }
    Value.Fields place = root;
    for (String step : reference.substring(2).split("/", -1)) {
      place = place.fields(step);
    }
    return place;
  }

  /// The place that a validator's path through the keywords leads to.
  ///
  /// @param steps keywords, property names and numbers, from this node on
  public SchemaNode follow(List<String> steps) {
    Value place = keywords;
    for (String step : steps) {
      place =
          switch (place) {
            case Value.Fields fields when step.equals("$ref") && fields.has("$ref") ->
                target(root, fields.text("$ref").orElseThrow());
            case Value.Fields fields -> fields.get(step).orElse(Value.Fields.EMPTY);
            case Value.Items(List<Value> items) -> items.get(Integer.parseInt(step));
            default -> Value.Fields.EMPTY;
          };
    }
    return place instanceof Value.Fields fields ? child(fields) : of(Value.Fields.EMPTY);
  }

  SchemaNode child(Value.Fields child) {
    return at(root, child);
  }

  /// The schemas of the named properties.
  public SortedMap<String, SchemaNode> properties() {
    SortedMap<String, SchemaNode> properties = new TreeMap<>();
    for (Map.Entry<String, Value> entry : keywords.fields("properties").fields().entrySet()) {
      if (entry.getValue() instanceof Value.Fields property) {
        properties.put(entry.getKey(), child(property));
      }
    }
    return properties;
  }

  /// The schema of the properties that have no name in the schema; empty where there may be none or
  /// nothing is said of them.
  public Optional<SchemaNode> additional() {
    return inner("additionalProperties");
  }

  /// The schema of a list's elements.
  public Optional<SchemaNode> items() {
    return inner("items");
  }

  /// The forms that a value may have, the normal form first; the node itself where it has one form.
  public List<SchemaNode> forms() {
    List<SchemaNode> forms = new ArrayList<>();
    for (String choice : List.of("anyOf", "oneOf")) {
      for (Value form : keywords.items(choice)) {
        if (form instanceof Value.Fields schema) {
          forms.addAll(child(schema).forms());
        }
      }
    }
    return forms.isEmpty() ? List.of(this) : forms;
  }

  /// The `type`, the first where there are several, inferred from the other keywords where there is
  /// none; empty for any type.
  public Optional<String> type() {
    List<String> types = types();
    if (!types.isEmpty()) {
      return Optional.of(types.getFirst());
    }
    return keywords.has("properties") || keywords.has("additionalProperties")
        ? Optional.of("object")
        : keywords.has("items") ? Optional.of("array") : Optional.empty();
  }

  /// What `type` says.
  List<String> types() {
    List<String> types = new ArrayList<>();
    keywords.text("type").ifPresent(types::add);
    for (Value type : keywords.items("type")) {
      if (type instanceof Value.Text(String text)) {
        types.add(text);
      }
    }
    return types;
  }

  /// The kinds of scalar that this form allows; `ANY` where it says nothing.
  public List<Shape.Scalar> scalars() {
    List<String> types = types();
    if (types.isEmpty()) {
      return type().isEmpty() && text("x-reference").isEmpty()
          ? List.of(Shape.Scalar.ANY)
          : List.of();
    }
    List<Shape.Scalar> scalars = new ArrayList<>();
    for (String type : types) {
      switch (type) {
        case "string" -> scalars.add(Shape.Scalar.STRING);
        case "boolean" -> scalars.add(Shape.Scalar.BOOL);
        case "integer" -> scalars.add(Shape.Scalar.INT);
        case "number" -> scalars.add(Shape.Scalar.NUMBER);
        default -> {}
      }
    }
    return scalars;
  }

  /// The shape of what this describes: of several forms, the normal one's.
  public Shape shape() {
    return Shapes.of(this);
  }

  public boolean flag(String keyword) {
    return keywords.flag(keyword).orElse(false);
  }

  public Optional<String> text(String keyword) {
    return keywords.text(keyword);
  }

  /// The texts of a list, such as `required`.
  public List<String> texts(String keyword) {
    return keywords.items(keyword).stream()
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .toList();
  }

  private Optional<SchemaNode> inner(String keyword) {
    return keywords
        .get(keyword)
        .filter(Value.Fields.class::isInstance)
        .map(schema -> child((Value.Fields) schema));
  }
}
