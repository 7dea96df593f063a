package dev.cairn.simulated.world;

import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One object of the world.
///
/// @param attributes all that it has
/// @param given those that a caller has set, as they were set
/// @param ownership null for one that somebody else made
/// @param serial how many objects its address had before it
/// @param claims the exclusive keys that it holds in its place
/// @param references the objects that it holds on to
public record SimulatedObject(
    ObjectKey key,
    Value.Fields attributes,
    Value.Fields given,
    @Nullable Ownership ownership,
    Instant createdAt,
    long serial,
    SortedSet<String> claims,
    SortedSet<ObjectKey> references) {
  public SimulatedObject {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(createdAt, "createdAt");
    claims = Collections.unmodifiableSortedSet(new TreeSet<>(claims));
    references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
  }

  /// The same object with other attributes, as if somebody had changed it by hand.
  public SimulatedObject with(Value.Fields others) {
    return new SimulatedObject(
        key, others, given, ownership, createdAt, serial, claims, references);
  }

  /// The texts that nobody has given it.
  Stream<String> told() {
    return attributes.fields().entrySet().stream()
        .filter(field -> !given.has(field.getKey()))
        .flatMap(field -> Leaves.of(field.getValue()).stream());
  }

  /// Who made it, for counting: its address, or nothing.
  String maker() {
    return ownership == null ? "" : ownership.address();
  }
}
