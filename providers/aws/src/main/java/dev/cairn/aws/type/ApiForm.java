package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Between attributes (`cidrBlock`) and the API's own form (`CidrBlock`).
final class ApiForm {
  private ApiForm() {}

  /// The named attributes that are set, as arguments.
  static Value.Fields arguments(Value.Fields attributes, String... names) {
    SortedMap<String, Value> out = new TreeMap<>();
    for (String name : names) {
      attributes.get(name).ifPresent(value -> out.put(capital(name), argument(value)));
    }
    return new Value.Fields(out);
  }

  /// The named attributes out of a description.
  static Value.Fields attributes(Value.Fields description, String... names) {
    SortedMap<String, Value> out = new TreeMap<>();
    for (String name : names) {
      description.get(capital(name)).ifPresent(value -> out.put(name, attribute(value)));
    }
    return new Value.Fields(out);
  }

  /// The attribute where nothing of it is known yet; it is then sent as a whole, and taken apart
  /// when it is known.
  static Optional<Value> unknown(Value.Fields attributes, String name) {
    return attributes.get(name).filter(value -> value.revealed() instanceof Value.Unknown);
  }

  /// Those of the named attributes of which nothing is known yet.
  static SortedSet<String> unknown(Value.Fields attributes, String... names) {
    SortedSet<String> unknown = new TreeSet<>();
    for (String name : names) {
      if (unknown(attributes, name).isPresent()) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  static Value argument(Value attribute) {
    return renamed(attribute, ApiForm::capital);
  }

  static Value attribute(Value argument) {
    return renamed(argument, ApiForm::small);
  }

  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String small(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /// Unknown values are left as they are: what they become is understood in either form.
  private static Value renamed(Value value, UnaryOperator<String> name) {
    return switch (value) {
      case Value.Fields(SortedMap<String, Value> fields) -> {
        SortedMap<String, Value> out = new TreeMap<>();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          out.put(name.apply(field.getKey()), renamed(field.getValue(), name));
        }
        yield new Value.Fields(out);
      }
      case Value.Items list ->
          new Value.Items(list.items().stream().map(item -> renamed(item, name)).toList());
      case Value.Sensitive sensitive ->
          new Value.Sensitive(renamed(sensitive.inner(), name), sensitive.origin());
      case Value.Text text -> text;
      case Value.Whole number -> number;
      case Value.Decimal number -> number;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Unknown unknown -> unknown;
    };
  }
}
