package dev.cairn.testkit;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What stands in attributes as written and no longer in their normal form. A value may be spelled
/// in another way or as another kind of value; nothing but an empty one, or a switch that is off,
/// may be left out.
final class Vanished {
  private Vanished() {}

  /// The paths of what is missing, with the places in lists as keys.
  static List<Path> between(Value written, Value normal) {
    List<Path> missing = new ArrayList<>();
    between(Path.ROOT, written, normal, missing);
    return missing;
  }

  private static void between(Path path, Value written, Value normal, List<Path> missing) {
    switch (written) {
      case Value.Fields(var fields) when normal instanceof Value.Fields(var kept) ->
          fields.forEach((key, value) -> {
            Value found = kept.get(key);
            if (found != null) {
              between(path.then(key), value, found, missing);
            } else if (!empty(value)) {
              missing.add(path.then(key));
            }
          });
      case Value.Items(List<Value> items) when normal instanceof Value.Items(List<Value> kept) -> {
        for (int i = 0; i < items.size(); i++) {
          Value item = items.get(i);
          if (kept.stream().noneMatch(other -> between(item, other).isEmpty())) {
            missing.add(path.then(Integer.toString(i)));
          }
        }
      }
      case Value.Whole ignored when normal instanceof Value.Whole && !written.equals(normal) ->
          missing.add(path);
      case Value.Flag ignored when normal instanceof Value.Flag && !written.equals(normal) ->
          missing.add(path);
      case Value.Flag ignored -> {}
      case Value ignored when empty(normal) && !empty(written) -> missing.add(path);
      case Value ignored -> {}
    }
  }

  private static boolean empty(Value value) {
    return switch (value) {
      case Value.Flag(boolean on) -> !on;
      case Value.Text(String text) -> text.isEmpty();
      case Value.Items(List<Value> items) -> items.isEmpty();
      case Value.Fields(var fields) -> fields.values().stream().allMatch(Vanished::empty);
      case Value.Whole ignored -> false;
      case Value.Decimal ignored -> false;
      case Value.Ref ignored -> false;
      case Value.Sensitive ignored -> false;
      case Value.Unknown ignored -> false;
    };
  }
}
