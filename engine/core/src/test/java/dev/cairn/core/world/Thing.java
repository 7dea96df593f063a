package dev.cairn.core.world;

import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.time.Instant;

/// One object of the world.
public record Thing(String id, Value.Fields attributes, Ownership ownership, Instant since) {
  Thing with(Value.Fields changes) {
    return new Thing(id, attributes.with(changes), ownership, since);
  }
}
