package dev.cairn.core.expression;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the names in an expression stand for.
public interface Environment {
  /// The value of a root: `vars`, `locals` and `each` are fields; a resource is its attributes, one
  /// with `forEach` a map of them by key; a lookup or a module its outputs. Unknown attributes are
  /// unknown leaves. Empty where there is no such name (now).
  Optional<Value> root(String name);

  /// The address of a resource instance, for the places that take a resource itself.
  Optional<Address> resource(String name, @Nullable String key);

  /// What `file()`, `template()` and `secret()` read.
  default Inputs inputs() {
    return Inputs.NONE;
  }
}
