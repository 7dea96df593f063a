package dev.cairn.core.refresh;

import dev.cairn.api.address.Path;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What of an object a plan rests on: the attributes that the stack has set and compares, and those
/// that the service computes, as others may read them. What else changes on it, an autoscaler's
/// capacity or somebody's tag, makes no plan stale.
final class Managed {
  private Managed() {}

  /// The reading with nothing else in it: of what is set, a value by its path.
  static Reading of(Reading reading, RemoteObject object, TypeSchema schema) {
    return reading instanceof Reading.Present present
        ? new Reading.Present(
            present.id(), attributes(present.attributes(), object, schema), present.ownership())
        : reading;
  }

  private static Value.Fields attributes(
      Value.Fields observed, RemoteObject object, TypeSchema schema) {
    SortedMap<String, Value> managed = new TreeMap<>();
    for (Map.Entry<String, Attribute> entry : schema.attributes().entrySet()) {
      if (entry.getValue().is(Trait.COMPUTED) && compared(schema, Path.of(entry.getKey()))) {
        observed.get(entry.getKey()).ifPresent(value -> managed.put(entry.getKey(), value));
      }
    }
    for (Path path : object.set()) {
      if (compared(schema, path)) {
        observed.at(path).ifPresent(value -> managed.put(path.toString(), value));
      }
    }
    return new Value.Fields(managed);
  }

  private static boolean compared(TypeSchema schema, Path path) {
    return schema.at(path).map(Attribute::compare).orElse(Compare.STRICT).compared();
  }
}
