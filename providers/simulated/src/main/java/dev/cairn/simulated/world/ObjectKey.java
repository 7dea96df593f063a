package dev.cairn.simulated.world;

import java.util.Comparator;
import java.util.Objects;

/// One object in its place.
public record ObjectKey(Place place, String id) implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::place).thenComparing(ObjectKey::id);

  public ObjectKey {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(id, "id");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place.type() + " " + id;
  }
}
