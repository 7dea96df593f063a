package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values as texts: to compare, to name scopes, to find ids in.
final class Texts {
  private Texts() {}

  /// A value without its marks, as the remote side would hold it.
  static Value clear(Value value) {
    return switch (value) {
      case Value.Sensitive sensitive -> clear(sensitive.inner());
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(Texts::clear).toList());
      case Value.Fields fields -> clear(fields);
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Unknown unknown -> unknown;
    };
  }

  static Value.Fields clear(Value.Fields fields) {
    SortedMap<String, Value> clear = new TreeMap<>();
    fields.fields().forEach((name, field) -> clear.put(name, clear(field)));
    return new Value.Fields(clear);
  }

  /// A value in one line, the same for equal values.
  static String of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Flag(boolean on) -> Boolean.toString(on);
      case Value.Ref ref -> ref.target().toString();
      case Value.Items(List<Value> items) ->
          items.stream().map(Texts::of).collect(Collectors.joining(",", "[", "]"));
      case Value.Fields fields ->
          fields.fields().entrySet().stream()
              .map(field -> field.getKey() + "=" + of(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value.Sensitive sensitive -> Dice.hex(of(sensitive.inner()));
      case Value.Unknown ignored -> "?";
    };
  }

  /// Whether `value` is `wanted`, or has at least the fields that `wanted` has.
  static boolean has(Value value, Value wanted) {
    Value found = value.revealed();
    if (found instanceof Value.Fields fields && wanted.revealed() instanceof Value.Fields others) {
      return others.fields().entrySet().stream()
          .allMatch(other ->
              fields
                  .at(Path.of(other.getKey()))
                  .filter(part -> has(part, other.getValue()))
                  .isPresent());
    }
    return clear(value).equals(clear(wanted));
  }
}
