package dev.cairn.api.address;

import java.util.Objects;

/// The identity of a resource instance for as long as it lives (`cairn:id`): a ULID, given when the
/// intent of its creation is written, never while planning. Everything but the record's file name
/// refers to it.
public record Uid(String ulid) implements Comparable<Uid> {
  public Uid {
    Objects.requireNonNull(ulid, "ulid");
  }

  @Override
  public int compareTo(Uid other) {
    return ulid.compareTo(other.ulid);
  }

  @Override
  public String toString() {
    return ulid;
  }
}
