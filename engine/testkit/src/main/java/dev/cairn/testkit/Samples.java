package dev.cairn.testkit;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Attributes to try types with.
final class Samples {
  private static final List<String> TEXTS =
      List.of(
          "", "a", "10.0.0.0/16", "80:80/tcp", "v:/data:ro", "1h30m", "-1", "ä €", "x=y", "::1");

  private Samples() {}

  /// What a stack might write, by the example in the schema.
  static Value.Fields written(TypeSchema schema) {
    return kept(schema.example(), schema, true);
  }

  /// Every attribute that may be set, with a value that fits its shape and nothing else.
  static Value.Fields random(TypeSchema schema, RandomGenerator random) {
    SortedMap<String, Value> fields = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.settable() && random.nextInt(4) > 0) {
            fields.put(name, random(attribute.shape(), random));
          }
        });
    return new Value.Fields(fields);
  }

  /// The same attributes, some of them not known yet.
  static Value.Fields unknowns(TypeSchema schema, Value.Fields attributes, RandomGenerator random) {
    SortedMap<String, Value> fields = new TreeMap<>(attributes.fields());
    fields.replaceAll(
        (name, value) -> random.nextBoolean() ? value : unknown(schema, name).orElse(value));
    return new Value.Fields(fields);
  }

  /// Another value of the same shape, that is as good; empty where none can be made up.
  static Optional<Value> other(Value value) {
    return switch (value) {
      case Value.Flag(boolean on) -> Optional.of(new Value.Flag(!on));
      case Value.Fields map
          when map.fields().values().stream().allMatch(Value.Text.class::isInstance) ->
          Optional.of(map.with("another", Value.text("one")));
      default -> Optional.empty();
    };
  }

  /// A resource with these attributes, all of them set by the user.
  static Desired desired(TypeSchema schema, Value.Fields attributes) {
    TreeSet<Path> set = new TreeSet<>();
    attributes.fields().keySet().forEach(name -> set.add(Path.of(name)));
    return new Desired(
        Address.of("sample"),
        schema.type(),
        new Scope(schema.type().provider(), Value.Fields.EMPTY, null, null),
        attributes,
        set,
        Collections.emptySortedMap(),
        Lifecycle.NONE,
        Collections.emptySortedSet(),
        Value.Fields.EMPTY,
        schema.timeouts(),
        null,
        Collections.emptySortedMap());
  }

  private static Value.Fields kept(Value.Fields all, TypeSchema schema, boolean settable) {
    SortedMap<String, Value> kept = new TreeMap<>();
    all.fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if (attribute != null && attribute.settable() == settable) {
            kept.put(name, value);
          }
        });
    return new Value.Fields(kept);
  }

  /// A value of the attribute that is not known yet; empty for a reference to a resource, which
  /// always is.
  static Optional<Value> unknown(TypeSchema schema, String name) {
    return Optional.ofNullable(schema.attributes().get(name))
        .filter(attribute -> !(attribute.shape() instanceof Shape.RefTo))
        .map(attribute ->
            new Value.Unknown(
                attribute.shape(),
                new Residual.Attribute(new AttributeRef(Address.of("other"), Path.of("id")))));
  }

  private static Value random(Shape shape, RandomGenerator random) {
    return switch (shape) {
      case Shape.Scalar scalar -> scalar(scalar, random);
      case Shape.ListOf list ->
          new Value.Items(
              Stream.generate(() -> random(list.element(), random))
                  .limit(random.nextInt(3))
                  .distinct()
                  .toList());
      case Shape.MapOf map ->
          random.nextBoolean()
              ? Value.Fields.EMPTY
              : Value.Fields.of(Map.of("k", random(map.element(), random)));
      case Shape.ObjectOf object -> object(object, random);
      case Shape.RefTo ignored -> new Value.Ref(Address.of("target"));
    };
  }

  private static Value object(Shape.ObjectOf object, RandomGenerator random) {
    SortedMap<String, Value> fields = new TreeMap<>();
    object
        .fields()
        .forEach((name, shape) -> {
          if (!object.optional().contains(name) || random.nextBoolean()) {
            fields.put(name, random(shape, random));
          }
        });
    return new Value.Fields(fields);
  }

  private static Value scalar(Shape.Scalar shape, RandomGenerator random) {
    return switch (shape) {
      case STRING, ANY -> Value.text(TEXTS.get(random.nextInt(TEXTS.size())));
      case BOOL -> new Value.Flag(random.nextBoolean());
      case INT -> new Value.Whole(random.nextInt(-1, 70_000));
      case NUMBER -> new Value.Decimal(random.nextInt(100) / 4.0);
    };
  }
}
