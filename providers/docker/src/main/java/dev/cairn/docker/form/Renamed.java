package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// An object built from the fields of another one under other names; what is not set is left out.
final class Renamed {
  private final Value.Fields from;
  private final SortedMap<String, Value> fields = new TreeMap<>();

  /// @param from an object; anything else has no fields
  Renamed(Value from) {
    this.from = from.revealed() instanceof Value.Fields object ? object : Value.Fields.EMPTY;
  }

  Renamed take(String name, String as) {
    return take(name, as, value -> value);
  }

  Renamed take(String name, String as, UnaryOperator<Value> change) {
    from.get(name).ifPresent(value -> fields.put(as, change.apply(value)));
    return this;
  }

  /// Takes a field through a form that may say "not set".
  Renamed read(String name, String as, Function<Value, Optional<Value>> form) {
    from.get(name).flatMap(form).ifPresent(value -> fields.put(as, value));
    return this;
  }

  Value.Fields with(String name, Value value) {
    fields.put(name, value);
    return fields();
  }

  Value.Fields fields() {
    return new Value.Fields(fields);
  }
}
