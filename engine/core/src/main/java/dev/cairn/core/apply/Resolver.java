package dev.cairn.core.apply;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.function.Function;

/// Puts values in the place of unknowns.
@FunctionalInterface
public interface Resolver {
  /// @param finished the attributes of finished steps; empty for what no step has published
  /// @return the value with every unknown evaluated that can be
  Value resolve(Value value, Function<AttributeRef, Optional<Value>> finished);
}
