package dev.cairn.docker.type;

import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Arguments of a call from attributes.
final class Arguments {
  private Arguments() {}

  /// The attributes that are set, under the API's names.
  static Value.Fields of(Value.Fields attributes, Map<String, String> names) {
    SortedMap<String, Value> arguments = new TreeMap<>();
    names.forEach((name, as) -> attributes.get(name).ifPresent(value -> arguments.put(as, value)));
    return new Value.Fields(arguments);
  }
}
