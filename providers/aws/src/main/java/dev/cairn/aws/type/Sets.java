package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.Comparator;
import java.util.List;

/// Sets of texts, in the order of their elements.
final class Sets {
  private Sets() {}

  /// The attributes with the named sets in order; one with elements that are not known yet stays as
  /// it is.
  static Value.Fields sorted(Value.Fields attributes, String... names) {
    Value.Fields out = attributes;
    for (String name : names) {
      if (out.get(name).orElse(null) instanceof Value.Items(List<Value> items)) {
        out = out.with(name, new Value.Items(sorted(items)));
      }
    }
    return out;
  }

  static List<Value> sorted(List<Value> items) {
    return items.stream().allMatch(Value.Text.class::isInstance)
        ? items.stream().sorted(Comparator.comparing(Sets::text)).toList()
        : items;
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
