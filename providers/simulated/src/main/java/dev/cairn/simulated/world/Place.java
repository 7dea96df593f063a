package dev.cairn.simulated.world;

import dev.cairn.api.address.TypeName;
import java.util.Comparator;
import java.util.Objects;

/// Where the objects of one type live: an account and region, or an engine.
///
/// @param scope names the account and region or the engine, the same in every process
public record Place(String scope, TypeName type) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::scope).thenComparing(Place::type);

  public Place {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(type, "type");
  }

  public ObjectKey key(String id) {
    return new ObjectKey(this, id);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
