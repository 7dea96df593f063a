package dev.cairn.aws.lookup;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Filters as arguments write them (`{architecture: [arm64]}`) and as EC2 takes them, and outputs
/// out of answers.
final class Filters {
  private Filters() {}

  static List<Value> of(Value.Fields filters) {
    List<Value> out = new ArrayList<>();
    filters.fields().forEach((name, values) -> out.add(filter(name, values)));
    return out;
  }

  static Value filter(String name, Value values) {
    return Value.Fields.of(Map.of("Name", Value.text(name), "Values", values));
  }

  /// The members with these names in small letters.
  static Value.Fields outputs(Value.Fields description, String... names) {
    Value.Fields out = Value.Fields.EMPTY;
    for (String name : names) {
      String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      if (description.has(member)) {
        out = out.with(name, description.get(member).orElseThrow());
      }
    }
    return out;
  }

  static List<Value.Fields> objects(Value.Fields answer, String list) {
    return answer.items(list).stream().map(item -> (Value.Fields) item).toList();
  }
}
