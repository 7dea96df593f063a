package dev.cairn.docker.type;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.TreeMap;
import java.util.TreeSet;

/// A desired resource with some attributes.
final class Wanted {
  private Wanted() {}

  static Desired of(TypeName type, Value.Fields attributes) {
    return new Desired(
        Address.of("x"),
        type,
        new Scope("docker", Value.Fields.EMPTY, null, Address.of("engine")),
        attributes,
        new TreeSet<>(),
        new TreeMap<>(),
        Lifecycle.NONE,
        new TreeSet<>(),
        Value.Fields.EMPTY,
        new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
        null,
        new TreeMap<>());
  }
}
