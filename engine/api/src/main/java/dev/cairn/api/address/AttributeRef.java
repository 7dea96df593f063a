package dev.cairn.api.address;

import java.util.Comparator;
import java.util.Objects;

/// One attribute of one resource instance: what a reference reads.
public record AttributeRef(Address address, Path path) implements Comparable<AttributeRef> {
  private static final Comparator<AttributeRef> ORDER =
      Comparator.comparing(AttributeRef::address).thenComparing(AttributeRef::path);

  public AttributeRef {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(path, "path");
  }

  @Override
  public int compareTo(AttributeRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return path.keys().isEmpty() ? address.toString() : address + "." + path;
  }
}
