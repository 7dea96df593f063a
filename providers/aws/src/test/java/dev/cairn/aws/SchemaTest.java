package dev.cairn.aws;

import static dev.cairn.aws.Engine.desired;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.value.Value;
import dev.cairn.aws.session.Descriptions;
import dev.cairn.aws.type.AwsType;
import dev.cairn.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A type and its schema say the same.
class SchemaTest {
  private static final String SAMPLE = "sample of ";

  static Stream<ResourceType> types() {
    return new AwsProvider(Map.of()).types().stream();
  }

  private static Value.Fields schema(String kind, String name) {
    String path = "/dev/cairn/schema/" + kind + "/aws/" + name + ".json";
    try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
      return (Value.Fields) Json.read(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value.Fields properties(ResourceType type) {
    return schema("types", type.name().name()).fields("properties");
  }

  private static boolean settable(Value schema) {
    return !((Value.Fields) schema).flag("readOnly").orElse(false);
  }

  /// One value for every attribute that can be set, as its schema wants it.
  private static Value.Fields samples(ResourceType type) {
    Map<String, Value> samples = new TreeMap<>();
    properties(type)
        .fields()
        .forEach((name, schema) -> {
          if (settable(schema)) {
            samples.put(name, sample(name, (Value.Fields) schema));
          }
        });
    return type.normalize(Value.Fields.of(samples));
  }

  private static Value sample(String name, Value.Fields schema) {
    if (schema.has("anyOf")) {
      return sample(name, (Value.Fields) schema.items("anyOf").getFirst());
    }
    return switch (schema.text("type").orElseThrow()) {
      case "boolean" -> new Value.Flag(!schema.flag("default").orElse(false));
      case "integer" -> new Value.Whole(Math.abs(name.hashCode()));
      case "array" -> new Value.Items(List.of(sample(name, schema.fields("items"))));
      case "object" -> object(name, schema);
      default ->
          schema.items("enum").isEmpty()
              ? Value.text(SAMPLE + name)
              : schema.items("enum").getLast();
    };
  }

  private static Value object(String name, Value.Fields schema) {
    Map<String, Value> fields = new TreeMap<>();
    schema
        .fields("properties")
        .fields()
        .forEach((key, inner) -> fields.put(key, sample(key, (Value.Fields) inner)));
    if (fields.isEmpty()) {
      fields.put(name, sample(name, schema.fields("additionalProperties")));
    }
    return Value.Fields.of(fields);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyAttributeThatCanBeSetIsInACallThatMakesTheObject(ResourceType type) {
    Value.Fields samples = samples(type);
    Value.Fields fresh = type.fresh(desired("x", samples));
    SortedSet<Path> settle = new TreeSet<>();
    fresh.fields().keySet().forEach(name -> settle.add(Path.of(name)));
    String calls =
        type.create(desired("x", samples))
            + type.update(samples.with(fresh), desired("x", samples), settle).toString();
    samples
        .fields()
        .forEach((name, value) ->
            assertThat(calls.toLowerCase(java.util.Locale.ROOT))
                .as(type.name() + "." + name)
                .contains(essence(name, value)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyAttributeThatCanChangeChangesInPlace(ResourceType type) {
    Value.Fields samples = samples(type);
    properties(type)
        .fields()
        .forEach((name, schema) -> {
          if (settable(schema) && !((Value.Fields) schema).flag("x-immutable").orElse(false)) {
            SortedSet<Path> changed = new TreeSet<>();
            changed.add(Path.of(name));
            assertThat(type.update(Value.Fields.EMPTY, desired("x", samples), changed))
                .as(type.name() + "." + name)
                .isNotEmpty();
          }
        });
  }

  /// What must be found of a value in the text of a call.
  private static String essence(String name, Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.toLowerCase(java.util.Locale.ROOT);
      case Value.Whole(long number) -> Long.toString(number);
      default ->
          name.equals("tags")
              ? SAMPLE
              : name.equals("ingress") || name.equals("egress")
                  ? name
                  : name.equals("associations") || name.equals("routes")
                      ? SAMPLE
                      : name.toLowerCase(java.util.Locale.ROOT);
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsObservedIsWhatTheSchemaLists(ResourceType type) {
    AwsType aws = (AwsType) type;
    Value.Fields description = aws.described(Descriptions.of(type.name().name()));
    assertThat(description.has(aws.source().id())).isTrue();
    Value.Fields observed = aws.observe(description);
    Value.Fields properties = properties(type);
    assertThat(properties.fields()).containsKeys(observed.fields().keySet().toArray(String[]::new));
    properties
        .fields()
        .forEach((name, schema) -> {
          boolean elsewhere =
              name.equals("id")
                  || name.equals("tags")
                  || aws.extras().stream().anyMatch(extra -> extra.attribute().equals(name));
          assertThat(observed.has(name) || elsewhere).as(type.name() + "." + name).isTrue();
        });
  }

  @Test
  void everyLookupHasASchema() {
    assertThat(new AwsProvider(Map.of()).lookups())
        .hasSize(3)
        .allSatisfy(name ->
            assertThat(schema("lookups", name.name()).text("title")).contains(name.toString()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyAttributeIsDescribed(ResourceType type) {
    Value.Fields schema = schema("types", type.name().name());
    assertThat(schema.text("title")).contains(type.name().toString());
    assertThat(schema.text("description")).isPresent();
    properties(type)
        .fields()
        .forEach((name, property) ->
            assertThat(((Value.Fields) property).text("description"))
                .as(type.name() + "." + name)
                .isPresent());
  }
}
