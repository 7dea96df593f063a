package dev.cairn.testkit;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes valid stacks at random, the same for the same seed, from the schemas of types and the
/// examples in them: every reference has a target, no exclusive key is taken twice.
public final class StackGenerator {
  private static final int ATTEMPTS = 50;
  private static final int SHORT = 8;

  private final SortedMap<TypeName, TypeSchema> types;
  private final Map<TypeName, ResourceType> pure;
  private final Random random;
  private final int first;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Set<String> claims = new HashSet<>();

  /// @param first the number before that of the first key
  StackGenerator(
      SortedMap<TypeName, TypeSchema> types,
      Map<TypeName, ResourceType> pure,
      Random random,
      int first) {
    this.first = first;
    this.types = new TreeMap<>(types);
    this.pure = Map.copyOf(pure);
    this.random = random;
  }

  /// A stack.
  ///
  /// @param types those to choose from, each with an example
  /// @param pure the same types, to tell which attributes go together
  /// @param resources how many
  public static GeneratedStack stack(
      SortedMap<TypeName, TypeSchema> types,
      Map<TypeName, ResourceType> pure,
      long seed,
      int resources) {
    StackGenerator generator = new StackGenerator(types, pure, new Random(seed), 0);
    GeneratedStack stack = GeneratedStack.EMPTY;
    for (int i = 0; i < resources; i++) {
      stack = generator.more(stack, i);
    }
    return generator.entangled(stack);
  }

  /// The stack with one more resource.
  GeneratedStack more(GeneratedStack stack, int number) {
    List<TypeSchema> possible =
        types.values().stream()
            .filter(schema -> possible(schema, stack))
            .filter(schema -> stack.of(schema.type()).size() < most(schema.type()))
            .toList();
    if (possible.isEmpty()) {
      throw new IllegalArgumentException("every type needs another one first");
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      TypeSchema schema = possible.get(random.nextInt(possible.size()));
      SortedMap<String, Value> attributes = attributes(schema, stack);
      schema.exclusive().forEach(exclusive -> separate(schema, exclusive, attributes));
      Value.Fields known = known(schema, attributes);
      if (valid(schema, known) && claimed(schema, attributes, known)) {
        return stack.with(
            schema.type().name() + number, new GeneratedResource(schema.type(), attributes));
      }
    }
    throw new IllegalStateException("no valid resource in " + ATTEMPTS + " attempts");
  }

  /// Lets what is settled after creation refer to resources that come later, and so to each other.
  private GeneratedStack entangled(GeneratedStack stack) {
    GeneratedStack entangled = stack;
    for (String name : stack.names()) {
      GeneratedResource resource = stack.resource(name);
      for (String attribute : List.copyOf(resource.attributes().keySet())) {
        TypeSchema schema = types.get(resource.type());
        Attribute found = schema == null ? null : schema.attributes().get(attribute);
        if (found != null && found.phase() == Phase.SETTLE && random.nextBoolean()) {
          Optional<Value> other =
              AttributeChoices.of(
                  resource.type(), attribute, new Nearby(stack, resource.attributes(), random));
          resource = other.isPresent() ? resource.with(attribute, other.get()) : resource;
        }
      }
      entangled = entangled.with(name, resource);
    }
    return entangled;
  }

  /// The attributes in normal form, references as what they are while a plan is made.
  private Value.Fields known(TypeSchema schema, SortedMap<String, Value> attributes) {
    SortedMap<String, Value> known = new TreeMap<>(attributes);
    known.replaceAll((name, value) ->
        value instanceof Value.Text(String text) && text.startsWith("${")
            ? Samples.unknown(schema, name).orElse(value)
            : References.unknown(value));
    ResourceType type = pure.get(schema.type());
    Value.Fields written = new Value.Fields(known);
    return type == null ? written : type.normalize(written);
  }

  /// What is wrong with a combination of attributes, its type knows.
  private boolean valid(TypeSchema schema, Value.Fields known) {
    ResourceType type = pure.get(schema.type());
    return type == null || type.check(known).isEmpty();
  }

  /// Takes every key of the resource, the natural one too, unless somebody has one of them.
  private boolean claimed(
      TypeSchema schema, SortedMap<String, Value> attributes, Value.Fields known) {
    ResourceType type = pure.get(schema.type());
    Value.Fields all =
        (type == null ? Value.Fields.EMPTY : type.planned(Samples.desired(schema, known)))
            .with(new Value.Fields(attributes));
    Set<String> wanted = new TreeSet<>();
    schema.exclusive().forEach(exclusive -> wanted.addAll(keys(schema, exclusive.key(), all)));
    if (schema.identity() instanceof Identity.Natural(List<Path> key)) {
      wanted.addAll(keys(schema, key, all));
    }
    boolean free = Collections.disjoint(claims, wanted);
    if (free) {
      claims.addAll(wanted);
    }
    return free;
  }

  /// The values of a key; of a list, each element.
  private static List<String> keys(TypeSchema schema, List<Path> key, Value.Fields attributes) {
    Optional<Value> last = attributes.at(key.getLast());
    List<Value> values =
        last.map(value -> value instanceof Value.Items(List<Value> items) ? items : List.of(value))
            .orElse(List.of());
    String prefix = schema.type() + " " + key + " ";
    return values.stream().map(value -> prefix + value).toList();
  }

  /// Few of what others are in, so that what is in them meets.
  private static int most(TypeName type) {
    return switch (type.toString()) {
      case "docker.host" -> 3;
      case "docker.image", "aws.vpc" -> 2;
      default -> Integer.MAX_VALUE;
    };
  }

  /// Whether everything that the type requires can be given.
  private static boolean possible(TypeSchema schema, GeneratedStack stack) {
    return schema.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().is(Trait.REQUIRED))
        .filter(attribute -> !AttributeChoices.has(schema.type(), attribute.getKey()))
        .allMatch(attribute ->
            target(attribute.getValue())
                .map(type -> !stack.of(type).isEmpty())
                .orElse(schema.example().has(attribute.getKey())));
  }

  private SortedMap<String, Value> attributes(TypeSchema schema, GeneratedStack stack) {
    SortedMap<String, Value> attributes = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.settable() && (attribute.is(Trait.REQUIRED) || random.nextBoolean())) {
            value(schema, name, new Nearby(stack, attributes, random))
                .ifPresent(value -> attributes.put(name, value));
          }
        });
    return attributes;
  }

  /// A value for an attribute; empty where nothing fits.
  Optional<Value> value(TypeSchema schema, String name, Nearby near) {
    Attribute attribute = schema.attributes().get(name);
    if (attribute == null) {
      return Optional.empty();
    }
    if (AttributeChoices.has(schema.type(), name)) {
      return AttributeChoices.of(schema.type(), name, near);
    }
    Optional<TypeName> target = target(attribute);
    if (target.isEmpty()) {
      return schema.example().get(name).filter(example -> !special(example));
    }
    boolean itself = reference(attribute.shape()).isPresent();
    return near.one(target.get())
        .map(chosen -> itself ? References.itself(chosen) : References.id(chosen))
        .map(reference ->
            attribute.shape() instanceof Shape.ListOf
                ? new Value.Items(List.of(reference))
                : reference);
  }

  /// Whether an example holds what only its own surroundings have: a region, the id of another
  /// object.
  private boolean special(Value example) {
    String text = Json.canonical(example);
    return text.contains("{region}")
        || types.values().stream()
            .flatMap(type -> type.example().text("id").stream())
            .anyMatch(id -> id.length() > SHORT && text.contains(id));
  }

  /// Makes a key that nobody has yet, within its bounds. An address is left to the provider: which
  /// ones there are depends on the network.
  private void separate(
      TypeSchema schema, Exclusive exclusive, SortedMap<String, Value> attributes) {
    Path last = exclusive.key().getLast();
    Value value = attributes.get(last.attribute());
    if (last.keys().size() > 1 || value == null || value.toString().contains("${")) {
      return;
    }
    StringBuilder bounds = new StringBuilder(schema.type().toString()).append(last);
    exclusive.within().forEach(path -> bounds.append(attributes.get(path.attribute())));
    if (value instanceof Value.Text(String text) && text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
      attributes.remove(last.attribute());
      return;
    }
    int number = first + taken.merge(bounds.toString(), 1, Integer::sum);
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
