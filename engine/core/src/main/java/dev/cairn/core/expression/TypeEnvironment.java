package dev.cairn.core.expression;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/// The types of the names in an expression.
public interface TypeEnvironment {
  /// The shape of a root: `vars`, `locals` and `each` are objects; a resource is the object of its
  /// attributes, one with `forEach` a map of such objects; a lookup or a module its outputs. Empty
  /// where there is no such name.
  Optional<Shape> root(String name);

  /// The type of a resource; empty for any other name.
  default Optional<TypeName> resource(String name) {
    return Optional.empty();
  }

  /// Every root, for suggestions.
  default SortedSet<String> roots() {
    return Collections.emptySortedSet();
  }
}
