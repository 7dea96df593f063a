package dev.cairn.docker.type;

import dev.cairn.api.value.Value;
import java.util.function.UnaryOperator;

/// Changes of single attributes.
final class Change {
  private Change() {}

  /// Changes an attribute where it is set.
  static Value.Fields each(Value.Fields fields, String name, UnaryOperator<Value> change) {
    return fields.get(name).map(value -> fields.with(name, change.apply(value))).orElse(fields);
  }
}
