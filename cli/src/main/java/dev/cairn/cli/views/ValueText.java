package dev.cairn.cli.views;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A value on one line, for people: what is sensitive is never shown, what is long is cut and says
/// so.
final class ValueText {
  private static final int LONGEST = 70;

  private ValueText() {}

  static String of(@Nullable Value value) {
    return of(value, LONGEST);
  }

  /// Without any cut.
  static String whole(Value value) {
    return of(value, Integer.MAX_VALUE);
  }

  private static String of(@Nullable Value value, int longest) {
    return switch (value) {
      case null -> "(not set)";
      case Value.Text(String text) -> text(text, longest);
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal decimal -> Json.canonical(decimal);
      case Value.Flag(boolean on) -> Boolean.toString(on);
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> of(item, longest)).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields fields -> fields(fields, longest);
      case Value.Ref ref -> ref.target().toString();
      case Value.Unknown ignored -> "(known after apply)";
      case Value.Sensitive ignored -> "(sensitive)";
    };
  }

  private static String fields(Value.Fields fields, int longest) {
    return fields.fields().entrySet().stream()
        .map(field -> key(field.getKey()) + ": " + of(field.getValue(), longest))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String key(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_./:-]*") ? key : Json.canonical(Value.text(key));
  }

  private static String text(String text, int longest) {
    if (text.length() <= longest) {
      return Json.canonical(Value.text(text));
    }
    int cut = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return Json.canonical(Value.text(text.substring(0, cut)))
        + "... ("
        + text.length()
        + " characters)";
  }
}
