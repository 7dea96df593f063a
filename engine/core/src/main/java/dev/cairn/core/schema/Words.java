package dev.cairn.core.schema;

import java.util.Locale;

/// The words of schemas (`ownedKeys`, `connection-loss`) as constants.
final class Words {
  private Words() {}

  static <E extends Enum<E>> E value(Class<E> type, String word) {
    return Enum.valueOf(
        type,
        word.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
