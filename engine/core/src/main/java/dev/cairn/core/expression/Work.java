package dev.cairn.core.expression;

import java.util.Collection;
import java.util.Map;

/// How much one evaluation may touch: the text and the elements that its functions are given, as
/// often as they are.
final class Work {
  /// What one evaluation can also keep, and what takes less than a second.
  private static final long BYTES = 64L << 20;

  /// An element of a list or map takes about as long as so many bytes of text: CEL converts each of
  /// them whenever a list is read or returned.
  private static final int ELEMENT = 64;

  private long left = BYTES;

  /// Ends an evaluation. An exception would not: CEL lets `all`, `exists` and `||` go on past one,
  /// and writes the arguments of what failed into its message.
  static final class Spent extends Error {
    private static final long serialVersionUID = 1;

    Spent() {
      super(
          "its functions and operators are given more than %d MiB of text and elements"
              .formatted(BYTES >> 20),
          null,
          false,
          false);
    }
  }

  /// Counts a value of CEL, of lists and maps what is in them.
  ///
  /// @throws Spent where that is too much
  void count(Object value) {
    switch (value) {
      case String text -> take(text.length());
      case Collection<?> items -> {
        take((long) ELEMENT * items.size());
        items.forEach(this::count);
      }
      case Map<?, ?> map -> {
        take((long) ELEMENT * map.size());
        map.forEach((key, inner) -> {
          count(key);
          count(inner);
        });
      }
      default -> take(1);
    }
  }

  /// @param bytes or what takes as long as so many of them
  /// @throws Spent where that is too much
  void take(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new Spent();
    }
  }
}
