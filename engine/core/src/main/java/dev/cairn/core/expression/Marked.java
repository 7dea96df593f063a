package dev.cairn.core.expression;

import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes the mark of a sensitive map or list down to what is in it.
public final class Marked {
  /// What the whole is called in the origins of its parts.
  private static final String WHOLE = "whole";

  private Marked() {}

  /// The fields, each as sensitive as the whole.
  public static Value.Fields each(Value.Fields fields, Value.Sensitive whole) {
    SortedMap<String, Value> marked = new TreeMap<>();
    fields.fields().forEach((key, field) -> marked.put(key, part(field, whole, Quoted.of(key))));
    return new Value.Fields(marked);
  }

  /// The items, each as sensitive as the whole.
  public static Value.Items each(Value.Items items, Value.Sensitive whole) {
    List<Value> marked = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      marked.add(part(items.items().get(i), whole, Integer.toString(i)));
    }
    return new Value.Items(marked);
  }

  private static Value part(Value value, Value.Sensitive whole, String index) {
    return value instanceof Value.Sensitive
        ? value
        : new Value.Sensitive(value, origin(whole, index));
  }

  private static @Nullable Residual origin(Value.Sensitive whole, String index) {
    return whole.origin() == null
        ? null
        : new Residual.Expression(WHOLE + "[" + index + "]", Value.Fields.of(WHOLE, whole));
  }
}
