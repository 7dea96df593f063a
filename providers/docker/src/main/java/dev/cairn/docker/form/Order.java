package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Comparator;

/// The canonical order of the elements of a set: by what they hold; unknown ones behind.
public final class Order {
  public static final Comparator<Value> BY_TEXT = Comparator.comparing(Order::key);

  private Order() {}

  private static String key(Value value) {
    return value.known() ? value.revealed().toString() : "￿" + value;
  }
}
