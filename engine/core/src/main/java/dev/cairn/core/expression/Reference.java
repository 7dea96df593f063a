package dev.cairn.core.expression;

import java.util.List;
import java.util.Objects;

/// A static path that an expression reads: `vpc.id`, `subnet["a"].id`, `each.key`, `vars.region`.
/// Where an index is computed, the path ends before it.
///
/// @param root the first name
/// @param keys field names and literal keys behind it
public record Reference(String root, List<String> keys) implements Comparable<Reference> {
  public Reference {
    Objects.requireNonNull(root, "root");
    keys = List.copyOf(keys);
  }

  @Override
  public int compareTo(Reference other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return keys.isEmpty() ? root : root + "." + String.join(".", keys);
  }
}
