package dev.cairn.core.expression;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values and environments for tests.
final class Fixture {
  private Fixture() {}

  /// An environment of these roots; a root `r` is a resource, with instances where its value is a
  /// map of maps.
  static Environment environment(Map<String, ? extends Value> roots) {
    return environment(roots, Inputs.NONE);
  }

  static Environment environment(Map<String, ? extends Value> roots, Inputs inputs) {
    return new Environment() {
      @Override
      public Optional<Value> root(String name) {
        return Optional.ofNullable(roots.get(name));
      }

      @Override
      public Optional<Address> resource(String name, @Nullable String key) {
        return roots.get(name) instanceof Value.Fields fields && (key == null || fields.has(key))
            ? Optional.of(key == null ? Address.of(name) : Address.of(name, key))
            : Optional.empty();
      }

      @Override
      public Inputs inputs() {
        return inputs;
      }
    };
  }

  /// A value of plain Java objects: strings, numbers, booleans, lists, maps, values.
  static Value value(Object object) {
    return switch (object) {
      case Value value -> value;
      case String text -> new Value.Text(text);
      case Integer number -> new Value.Whole(number);
      case Long number -> new Value.Whole(number);
      case Double number -> new Value.Decimal(number);
      case Boolean on -> new Value.Flag(on);
      case List<?> list -> new Value.Items(list.stream().map(Fixture::value).toList());
      case Map<?, ?> map -> {
        SortedMap<String, Value> fields = new TreeMap<>();
        map.forEach((name, field) -> fields.put((String) name, value(field)));
        yield new Value.Fields(fields);
      }
      default -> throw new IllegalArgumentException(object.toString());
    };
  }

  /// Fields from names and values in turn.
  static Value.Fields fields(Object... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], value(pairs[i + 1]));
    }
    return new Value.Fields(fields);
  }

  /// A text that a step sets: the attribute at `path` of the resource at `address`.
  static Value.Unknown unknown(String address, String... path) {
    return unknown(Shape.Scalar.STRING, address, path);
  }

  static Value.Unknown unknown(Shape shape, String address, String... path) {
    return new Value.Unknown(shape, new Residual.Attribute(ref(address, path)));
  }

  static AttributeRef ref(String address, String... path) {
    return new AttributeRef(Address.parse(address), Path.of(path));
  }

  static Value.Sensitive secret(String name, String text) {
    return new Value.Sensitive(Value.text(text), new Residual.Secret("var:" + name));
  }

  static Expression expression(String source) {
    return Expressions.parse(source, new SourceRange("f.yaml", 7, 5, 7, 5 + source.length()));
  }

  static List<String> strings(String... texts) {
    return new ArrayList<>(Arrays.asList(texts));
  }
}
