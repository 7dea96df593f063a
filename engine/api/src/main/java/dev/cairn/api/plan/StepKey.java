package dev.cairn.api.plan;

import dev.cairn.api.address.Address;
import java.util.Comparator;
import java.util.Objects;

/// Names a step, the same on every machine.
///
/// @param kind `create`, `settle`, `update`, `delete`, `read`, `record` or `write`
/// @param ordinal tells steps of one kind on one address apart (several deposed objects), from 0
public record StepKey(Address address, String kind, int ordinal) implements Comparable<StepKey> {
  private static final Comparator<StepKey> ORDER =
      Comparator.comparing(StepKey::address)
          .thenComparing(StepKey::kind)
          .thenComparingInt(StepKey::ordinal);

  public StepKey {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(kind, "kind");
  }

  /// Reads what [#toString()] wrote.
  ///
  /// @throws IllegalArgumentException where the text names no step
  public static StepKey parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("not a step: " + text);
    }
    int hash = text.indexOf('#', colon);
    int end = hash < 0 ? text.length() : hash;
    int ordinal = hash < 0 ? 0 : Integer.parseInt(text.substring(hash + 1));
    return new StepKey(
        Address.parse(text.substring(0, colon)), text.substring(colon + 1, end), ordinal);
  }

  @Override
  public int compareTo(StepKey other) {
    return ORDER.compare(this, other);
  }

  /// `ADDRESS:KIND`, with `#ORDINAL` where it is not 0.
  @Override
  public String toString() {
    return address + ":" + kind + (ordinal == 0 ? "" : "#" + ordinal);
  }
}
