package dev.cairn.api.resource;

import java.util.Objects;

/// The SHA-256 of some content in canonical form, as 64 lower-case hexadecimal digits.
public record ContentId(String sha256) implements Comparable<ContentId> {
  public ContentId {
    Objects.requireNonNull(sha256, "sha256");
  }

  @Override
  public int compareTo(ContentId other) {
    return sha256.compareTo(other.sha256);
  }

  @Override
  public String toString() {
    return sha256;
  }
}
