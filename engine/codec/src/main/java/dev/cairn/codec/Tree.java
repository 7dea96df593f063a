package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts a plain object together, field by field; fields that are null stay away.
final class Tree {
  private final SortedMap<String, Value> fields = new TreeMap<>();

  static Tree of(String name, Value value) {
    return new Tree().and(name, value);
  }

  Tree and(String name, @Nullable Value value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  Tree and(String name, @Nullable String text) {
    return text == null ? this : and(name, new Value.Text(text));
  }

  Value.Fields fields() {
    return new Value.Fields(fields);
  }

  static Value texts(Collection<?> things) {
    return new Value.Items(
        things.stream().<Value>map(thing -> new Value.Text(thing.toString())).toList());
  }

  static Value texts(Map<String, String> things) {
    SortedMap<String, Value> texts = new TreeMap<>();
    things.forEach((name, text) -> texts.put(name, new Value.Text(text)));
    return new Value.Fields(texts);
  }
}
