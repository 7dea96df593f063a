package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/// The texts in values.
public final class Leaves {
  private Leaves() {}

  /// Every text in a value, but for sensitive ones.
  public static List<String> of(Value value) {
    List<String> leaves = new ArrayList<>();
    collect(value, leaves);
    return leaves;
  }

  private static void collect(Value value, List<String> leaves) {
    switch (value) {
      case Value.Text(String text) -> leaves.add(text);
      case Value.Items(List<Value> items) -> items.forEach(item -> collect(item, leaves));
      case Value.Fields fields -> fields.fields().values().forEach(part -> collect(part, leaves));
      case Value.Whole ignored -> {}
      case Value.Decimal ignored -> {}
      case Value.Flag ignored -> {}
      case Value.Ref ignored -> {}
      case Value.Sensitive ignored -> {}
      case Value.Unknown ignored -> {}
    }
  }
}
