package dev.cairn.testkit;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Makes valid stacks at random, the same for the same seed, from the schemas of types and the
/// examples in them: every reference has a target, no exclusive key is taken twice.
public final class StackGenerator {
  private final SortedMap<TypeName, TypeSchema> types;
  private final RandomGenerator random;
  private final SortedMap<TypeName, List<String>> made = new TreeMap<>();
  private final Map<String, Integer> taken = new HashMap<>();

  private StackGenerator(SortedMap<TypeName, TypeSchema> types, long seed) {
    this.types = new TreeMap<>(types);
    this.random = new Random(seed);
  }

  /// A stack file.
  ///
  /// @param types those to choose from, each with an example
  /// @param resources how many
  public static String yaml(SortedMap<TypeName, TypeSchema> types, long seed, int resources) {
    StackGenerator generator = new StackGenerator(types, seed);
    StringBuilder yaml = new StringBuilder("stack: generated\nresources:\n");
    for (int i = 0; i < resources; i++) {
      yaml.append(generator.resource(i));
    }
    return yaml.toString();
  }

  private String resource(int number) {
    List<TypeSchema> possible = types.values().stream().filter(this::possible).toList();
    if (possible.isEmpty()) {
      throw new IllegalArgumentException("every type needs another one first");
    }
    TypeSchema schema = possible.get(random.nextInt(possible.size()));
    String name = schema.type().name() + number;
    StringBuilder yaml = new StringBuilder();
    yaml.append("  ").append(name).append(":\n    type: ").append(schema.type()).append('\n');
    attributes(schema)
        .forEach((attribute, value) ->
            yaml.append("    ")
                .append(attribute)
                .append(": ")
                .append(Json.canonical(value))
                .append('\n'));
    made.computeIfAbsent(schema.type(), type -> new ArrayList<>()).add(name);
    return yaml.toString();
  }

  /// Whether everything that the type requires can be given.
  private boolean possible(TypeSchema schema) {
    return schema.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().is(Trait.REQUIRED))
        .allMatch(attribute ->
            target(attribute.getValue())
                .map(made::containsKey)
                .orElse(schema.example().has(attribute.getKey())));
  }

  private SortedMap<String, Value> attributes(TypeSchema schema) {
    SortedMap<String, Value> attributes = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.settable() && (attribute.is(Trait.REQUIRED) || random.nextBoolean())) {
            value(schema, name, attribute).ifPresent(value -> attributes.put(name, value));
          }
        });
    schema.exclusive().forEach(exclusive -> separate(schema, exclusive, attributes));
    return attributes;
  }

  private Optional<Value> value(TypeSchema schema, String name, Attribute attribute) {
    Optional<TypeName> target = target(attribute);
    if (target.isEmpty()) {
      return schema.example().get(name);
    }
    List<String> names = made.getOrDefault(target.get(), List.of());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String chosen = names.get(random.nextInt(names.size()));
    boolean itself = reference(attribute.shape()).isPresent();
    Value reference = Value.text("${" + chosen + (itself ? "}" : ".id}"));
    return Optional.of(
        attribute.shape() instanceof Shape.ListOf
            ? new Value.Items(List.of(reference))
            : reference);
  }

  /// Makes a key that nobody has yet, within its bounds.
  private void separate(
      TypeSchema schema, Exclusive exclusive, SortedMap<String, Value> attributes) {
    Path last = exclusive.key().getLast();
    Value value = attributes.get(last.attribute());
    if (last.keys().size() > 1 || value == null || value.toString().contains("${")) {
      return;
    }
    StringBuilder bounds = new StringBuilder(schema.type().toString()).append(last);
    exclusive.within().forEach(path -> bounds.append(attributes.get(path.attribute())));
    int number = taken.merge(bounds.toString(), 1, Integer::sum);
    attributes.put(last.attribute(), numbered(value, number));
  }

  private static Value numbered(Value value, int number) {
    return switch (value) {
      case Value.Text(String text) when text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+") ->
          Value.text(text.replaceFirst("\\d+\\.\\d+/\\d+$", number + ".0/24"));
      case Value.Text(String text) -> Value.text(text + "-" + number);
      case Value.Whole(long whole) -> new Value.Whole(whole + number);
      default -> value;
    };
  }

  private static Optional<TypeName> target(Attribute attribute) {
    return Optional.ofNullable(attribute.refersTo()).or(() -> reference(attribute.shape()));
  }

  private static Optional<TypeName> reference(Shape shape) {
    return switch (shape) {
      case Shape.RefTo(TypeName type) -> Optional.of(type);
      case Shape.ListOf list -> reference(list.element());
      case Shape.MapOf ignored -> Optional.empty();
      case Shape.ObjectOf ignored -> Optional.empty();
      case Shape.Scalar ignored -> Optional.empty();
    };
  }
}
