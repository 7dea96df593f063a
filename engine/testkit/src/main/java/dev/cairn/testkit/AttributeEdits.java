package dev.cairn.testkit;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Edits of what resources have.
final class AttributeEdits {
  private static final TypeName HOST = TypeName.parse("docker.host");
  private static final TypeName CONTAINER = TypeName.parse("docker.container");

  private final SortedMap<TypeName, TypeSchema> types;
  private final StackGenerator generator;
  private final Random random;

  AttributeEdits(SortedMap<TypeName, TypeSchema> types, StackGenerator generator, Random random) {
    this.types = types;
    this.generator = generator;
    this.random = random;
  }

  /// An attribute gets another value: one that can change in place, one that cannot, a reference.
  GeneratedStack another(GeneratedStack stack) {
    String name = StackEdits.one(stack.names(), random).orElseThrow();
    GeneratedResource resource = stack.resource(name);
    return attribute(resource, attribute -> interesting(resource, attribute))
        .flatMap(attribute ->
            another(stack, name, attribute)
                .map(value -> stack.with(name, resource.with(attribute, value))))
        .orElse(stack);
  }

  /// What others refer to gets another value of something that cannot change, so that it is
  /// replaced under them.
  GeneratedStack replaced(GeneratedStack stack) {
    List<String> used =
        stack.names().stream().filter(name -> !stack.users(name).isEmpty()).toList();
    return StackEdits.one(used, random)
        .flatMap(name ->
            attribute(stack.resource(name), attribute -> fixed(stack.resource(name), attribute))
                .flatMap(attribute ->
                    another(stack, name, attribute)
                        .map(value ->
                            stack.with(name, stack.resource(name).with(attribute, value)))))
        .orElse(stack);
  }

  private boolean fixed(GeneratedResource resource, String attribute) {
    Attribute found = schema(resource.type()).attributes().get(attribute);
    return found != null
        && found.is(Trait.IMMUTABLE)
        && !attribute.equals("host")
        && interesting(resource, attribute);
  }

  /// An attribute is set no longer.
  GeneratedStack unset(GeneratedStack stack) {
    String name = StackEdits.one(stack.names(), random).orElseThrow();
    GeneratedResource resource = stack.resource(name);
    return attribute(resource, resource.attributes()::containsKey)
        .map(attribute -> stack.with(name, resource.without(attribute)))
        .orElse(stack);
  }

  /// A list gets an element more or one less.
  GeneratedStack element(GeneratedStack stack) {
    List<String[]> lists = new ArrayList<>();
    stack
        .resources()
        .forEach((name, resource) ->
            resource
                .attributes()
                .forEach((attribute, value) -> {
                  if (value instanceof Value.Items) {
                    lists.add(new String[] {name, attribute});
                  }
                }));
    return StackEdits.one(lists, random)
        .map(list -> element(stack, list[0], list[1]))
        .orElse(stack);
  }

  private GeneratedStack element(GeneratedStack stack, String name, String attribute) {
    GeneratedResource resource = stack.resource(name);
    List<Value> items = new ArrayList<>(Value.Fields.of(resource.attributes()).items(attribute));
    if (random.nextBoolean() && items.size() > 1) {
      items.remove(random.nextInt(items.size()));
    } else {
      another(stack, name, attribute)
          .filter(Value.Items.class::isInstance)
          .flatMap(more -> StackEdits.one(((Value.Items) more).items(), random))
          .filter(more -> !items.contains(more))
          .ifPresent(items::add);
    }
    return stack.with(name, resource.with(attribute, new Value.Items(items)));
  }

  /// Two resources of a type swap what only one can have.
  GeneratedStack swapped(GeneratedStack stack) {
    return both(
        stack,
        (names, attribute) -> {
          GeneratedResource one = stack.resource(names.getFirst());
          GeneratedResource other = stack.resource(names.getLast());
          return stack
              .with(names.getFirst(), put(one, attribute, other.attributes().get(attribute)))
              .with(names.getLast(), put(other, attribute, one.attributes().get(attribute)));
        });
  }

  /// One resource gets what another one of its type has and only one can have; that one gets
  /// something else, or goes.
  GeneratedStack given(GeneratedStack stack) {
    return both(
        stack,
        (names, attribute) -> {
          GeneratedResource taker = stack.resource(names.getFirst());
          GeneratedResource giver = stack.resource(names.getLast());
          Value value = giver.attributes().get(attribute);
          if (value == null) {
            return stack;
          }
          GeneratedStack taken = stack.with(names.getFirst(), taker.with(attribute, value));
          return random.nextInt(3) == 0
              ? ResourceEdits.without(taken, names.getLast())
              : taken.with(
                  names.getLast(),
                  put(giver, attribute, another(stack, names.getLast(), attribute).orElse(null)));
        });
  }

  private interface Exchange {
    GeneratedStack of(List<String> names, String attribute);
  }

  private GeneratedStack both(GeneratedStack stack, Exchange exchange) {
    String first = StackEdits.one(stack.names(), random).orElseThrow();
    TypeName type = stack.resource(first).type();
    List<String> names = StackEdits.two(stack.of(type), random);
    Optional<String> attribute = StackEdits.one(exclusive(type), random);
    return names.isEmpty() || attribute.isEmpty() ? stack : exchange.of(names, attribute.get());
  }

  /// The attributes that exclusive keys are made of.
  private List<String> exclusive(TypeName type) {
    TypeSchema schema = schema(type);
    Stream<String> keys =
        schema.exclusive().stream()
            .flatMap(key -> Stream.concat(key.key().stream(), key.within().stream()))
            .map(Path::attribute)
            .filter(name ->
                Optional.ofNullable(schema.attributes().get(name))
                    .filter(Attribute::settable)
                    .isPresent());
    return Stream.concat(keys, type.equals(CONTAINER) ? Stream.of("ports") : Stream.of())
        .distinct()
        .toList();
  }

  private static GeneratedResource put(
      GeneratedResource resource, String attribute, @Nullable Value value) {
    return value == null ? resource.without(attribute) : resource.with(attribute, value);
  }

  private Optional<Value> another(GeneratedStack stack, String name, String attribute) {
    GeneratedResource resource = stack.resource(name);
    Value before = resource.attributes().get(attribute);
    Nearby near = new Nearby(stack.without(name), resource.attributes(), random);
    return generator
        .value(schema(resource.type()), attribute, near)
        .filter(value -> !value.equals(before))
        .or(() -> Optional.ofNullable(before).flatMap(Samples::other));
  }

  /// Not where an engine is: at another address there is another one.
  private boolean interesting(GeneratedResource resource, String attribute) {
    return !(resource.type().equals(HOST) && attribute.equals("endpoint"))
        && (resource.attributes().containsKey(attribute)
            || AttributeChoices.has(resource.type(), attribute)
            || random.nextInt(8) == 0);
  }

  private Optional<String> attribute(GeneratedResource resource, Predicate<String> wanted) {
    return StackEdits.one(
        schema(resource.type()).attributes().entrySet().stream()
            .filter(entry -> entry.getValue().settable())
            .map(entry -> entry.getKey())
            .filter(wanted)
            .toList(),
        random);
  }

  private TypeSchema schema(TypeName type) {
    TypeSchema schema = types.get(type);
    if (schema == null) {
      throw new IllegalArgumentException("no type " + type);
    }
    return schema;
  }
}
