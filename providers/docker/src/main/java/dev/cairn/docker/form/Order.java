package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Comparator;
import java.util.List;

/// The canonical order of the elements of a set: by what they hold; unknown ones behind.
public final class Order {
  public static final Comparator<Value> BY_TEXT = Comparator.comparing(Order::key);

  private Order() {}

  /// A list in this order; anything else as it is.
  public static Value sorted(Value value) {
    return Known.map(
        value,
        known ->
            known instanceof Value.Items(List<Value> items)
                ? new Value.Items(items.stream().sorted(BY_TEXT).toList())
                : known);
  }

  private static String key(Value value) {
    return value.known() ? value.revealed().toString() : "￿" + value;
  }
}
