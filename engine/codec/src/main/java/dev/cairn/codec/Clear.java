package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes the marks off a value, for fingerprints alone.
final class Clear {
  private Clear() {}

  static Value of(Value value) {
    return switch (value) {
      case Value.Sensitive sensitive -> of(sensitive.inner());
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(Clear::of).toList());
      case Value.Fields fields -> fields(fields);
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Unknown unknown -> unknown;
    };
  }

  private static Value fields(Value.Fields fields) {
    SortedMap<String, Value> clear = new TreeMap<>();
    fields.fields().forEach((name, field) -> clear.put(name, of(field)));
    return new Value.Fields(clear);
  }
}
