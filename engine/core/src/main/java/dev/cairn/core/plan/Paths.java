package dev.cairn.core.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.List;

/// Setting and removing values below a path.
final class Paths {
  private Paths() {}

  static Value.Fields put(Value.Fields fields, Path path, Value value) {
    return put(fields, path.keys(), value);
  }

  private static Value.Fields put(Value.Fields fields, List<String> keys, Value value) {
    String first = keys.getFirst();
    if (keys.size() == 1) {
      return fields.with(first, value);
    }
    return fields.with(first, put(fields.fields(first), keys.subList(1, keys.size()), value));
  }

  static Value.Fields remove(Value.Fields fields, Path path) {
    return remove(fields, path.keys());
  }

  private static Value.Fields remove(Value.Fields fields, List<String> keys) {
    String first = keys.getFirst();
    if (!fields.has(first)) {
      return fields;
    }
    if (keys.size() == 1) {
      return fields.without(first);
    }
    return fields.with(first, remove(fields.fields(first), keys.subList(1, keys.size())));
  }
}
