package dev.cairn.core.refresh;

import dev.cairn.api.address.Path;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What of an object a plan rests on: the attributes that the stack has set and compares, in the
/// mode in which they are compared, and those that the service computes, as others may read them.
/// What else changes on it, an autoscaler's capacity or somebody's tag, makes no plan stale.
///
/// @param modes how attributes are compared, where the stack says so
record Managed(RemoteObject object, TypeSchema schema, SortedMap<Path, Compare> modes) {
  private static final Comparator<Value> ORDER =
      Comparator.comparing(value -> Json.canonical(value.unmarked()));

  /// The reading with nothing else in it: of what is set, a value by its path.
  Reading of(Reading reading) {
    return reading instanceof Reading.Present present
        ? new Reading.Present(present.id(), attributes(present.attributes()), present.ownership())
        : reading;
  }

  private Value.Fields attributes(Value.Fields observed) {
    SortedMap<String, Value> managed = new TreeMap<>();
    for (Map.Entry<String, Attribute> entry : schema.attributes().entrySet()) {
      if (entry.getValue().is(Trait.COMPUTED) && mode(Path.of(entry.getKey())).compared()) {
        observed.get(entry.getKey()).ifPresent(value -> managed.put(entry.getKey(), value));
      }
    }
    for (Path path : object.set()) {
      Compare mode = mode(path);
      if (mode.compared()) {
        observed
            .at(path)
            .ifPresent(value -> managed.put(path.toString(), compared(path, mode, value)));
      }
    }
    return new Value.Fields(managed);
  }

  private Compare mode(Path path) {
    return schema.compare(path, modes);
  }

  /// A value without what its mode passes over.
  private Value compared(Path path, Compare mode, Value value) {
    return switch (mode) {
      case STRICT, IGNORE, INITIAL, OWNED_KEYS -> value;
      case UNORDERED ->
          value instanceof Value.Items(List<Value> items)
              ? new Value.Items(items.stream().sorted(ORDER).toList())
              : value;
      case SUPERSET -> ours(object.attributes().at(path).orElse(value), value);
    };
  }

  /// Of a list or map that others add to, what is recorded as ours.
  private static Value ours(Value recorded, Value value) {
    if (recorded instanceof Value.Items(List<Value> had)
        && value instanceof Value.Items(List<Value> items)) {
      return new Value.Items(items.stream().filter(had::contains).sorted(ORDER).toList());
    }
    if (recorded instanceof Value.Fields had && value instanceof Value.Fields fields) {
      SortedMap<String, Value> ours = new TreeMap<>(fields.fields());
      ours.keySet().retainAll(had.fields().keySet());
      return new Value.Fields(ours);
    }
    return value;
  }
}
