package dev.cairn.testkit;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References that are written in values: `${name}`, `${name.attribute}`.
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)(?=[.}])");

  private References() {}

  static Value id(String name) {
    return to(name, "id");
  }

  static Value to(String name, String attribute) {
    return Value.text("${" + name + "." + attribute + "}");
  }

  /// The resource itself.
  static Value itself(String name) {
    return Value.text("${" + name + "}");
  }

  /// The names that a value refers to.
  static SortedSet<String> in(Value value) {
    SortedSet<String> names = new TreeSet<>();
    texts(
        value,
        text -> {
          Matcher found = REFERENCE.matcher(text);
          while (found.find()) {
            names.add(found.group(1));
          }
          return text;
        });
    return names;
  }

  static Value renamed(Value value, String from, String to) {
    Pattern name = Pattern.compile("\\$\\{" + from + "(?=[.}])");
    return texts(value, text -> name.matcher(text).replaceAll(Matcher.quoteReplacement("${" + to)));
  }

  /// What is left of a value when every element and field that refers to a name goes; empty where
  /// nothing is.
  static Optional<Value> without(Value value, String name) {
    if (!in(value).contains(name)) {
      return Optional.of(value);
    }
    return value instanceof Value.Items(List<Value> items)
        ? some(items.stream().filter(item -> !in(item).contains(name)).toList())
        : value instanceof Value.Fields(var fields) ? some(fields, name) : Optional.empty();
  }

  private static Optional<Value> some(List<Value> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(items));
  }

  private static Optional<Value> some(SortedMap<String, Value> fields, String name) {
    SortedMap<String, Value> left = new TreeMap<>();
    fields.forEach((key, value) -> without(value, name).ifPresent(kept -> left.put(key, kept)));
    return left.isEmpty() ? Optional.empty() : Optional.of(new Value.Fields(left));
  }

  /// References as what they are while a plan is made: unknown, or a part of a text.
  static Value unknown(Value value) {
    return switch (value) {
      case Value.Text(String text) when text.matches("\\$\\{[^}]*}") ->
          new Value.Unknown(
              Shape.Scalar.STRING,
              new Residual.Attribute(new AttributeRef(Address.of("other"), Path.of("id"))));
      case Value.Text(String text) -> Value.text(text.replaceAll("\\$\\{[^}]*}", "other"));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(References::unknown).toList());
      case Value.Fields(var fields) -> {
        SortedMap<String, Value> changed = new TreeMap<>(fields);
        changed.replaceAll((name, field) -> unknown(field));
        yield new Value.Fields(changed);
      }
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Sensitive sensitive -> sensitive;
      case Value.Unknown unknown -> unknown;
    };
  }

  private static Value texts(Value value, UnaryOperator<String> change) {
    return switch (value) {
      case Value.Text(String text) -> Value.text(change.apply(text));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(item -> texts(item, change)).toList());
      case Value.Fields(var fields) -> {
        SortedMap<String, Value> changed = new TreeMap<>(fields);
        changed.replaceAll((name, field) -> texts(field, change));
        yield new Value.Fields(changed);
      }
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Sensitive sensitive -> sensitive;
      case Value.Unknown unknown -> unknown;
    };
  }
}
