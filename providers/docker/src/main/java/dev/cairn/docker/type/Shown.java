package dev.cairn.docker.type;

import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Values as text for people. Never what is sensitive.
final class Shown {
  private Shown() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Sensitive ignored -> "(sensitive)";
      case Value.Unknown ignored -> "(known after apply)";
      case Value.Ref ref -> ref.target().toString();
      case Value.Items(List<Value> items) ->
          items.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(SortedMap<String, Value> fields) ->
          fields.entrySet().stream()
              .map(field -> field.getKey() + ": " + of(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Text text -> text.text();
      case Value.Whole ignored -> String.valueOf(Known.scalar(value));
      case Value.Decimal ignored -> String.valueOf(Known.scalar(value));
      case Value.Flag ignored -> String.valueOf(Known.scalar(value));
    };
  }
}
