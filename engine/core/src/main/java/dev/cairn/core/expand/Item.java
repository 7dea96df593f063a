package dev.cairn.core.expand;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Something in a stack that is evaluated: the unit of the static order. All instances of a
/// resource are one item.
///
/// @param module the names of the modules that lead to it, from the root
public record Item(List<String> module, Kind kind, String name) implements Comparable<Item> {
  private static final Comparator<Item> ORDER =
      Comparator.<Item, String>comparing(item -> String.join(".", item.module))
          .thenComparing(Item::kind)
          .thenComparing(Item::name);

  public Item {
    module = List.copyOf(module);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /// What is evaluated.
  public enum Kind {
    /// The instances of a module, and with them the values of its variables that nobody reads.
    MODULE,
    VARIABLE,
    LOCAL,
    PROVIDER,
    LOOKUP,
    /// A resource with its attributes of phase `create`.
    RESOURCE,
    /// The attributes of phase `settle`.
    SETTLE,
    OUTPUT
  }

  @Override
  public int compareTo(Item other) {
    return ORDER.compare(this, other);
  }

  /// As people would name it: `vars.region`, `edge.subnet`.
  @Override
  public String toString() {
    String prefix = module.isEmpty() ? "" : String.join(".", module) + ".";
    return prefix
        + switch (kind) {
          case VARIABLE -> "vars." + name;
          case LOCAL -> "locals." + name;
          case PROVIDER -> "providers." + name;
          case OUTPUT -> "outputs." + name;
          case MODULE, LOOKUP, RESOURCE, SETTLE -> name;
        };
  }
}
