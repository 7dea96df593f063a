package dev.cairn.api.schema;

import dev.cairn.api.address.Path;
import java.util.List;

/// How an object is found again when no record names it.
public sealed interface Identity {
  /// It carries ownership tags or labels from its first instant.
  record Tagged() implements Identity {}

  /// It cannot be tagged; the attributes of `key` tell it from all others.
  record Natural(List<Path> key) implements Identity {
    public Natural {
      key = List.copyOf(key);
    }
  }

  /// It has no remote identity; its steps are safe to repeat.
  record Repeatable() implements Identity {}
}
