package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of an answer, and what they say. Never shown: they may hold what containers were
/// given.
final class Content {
  private final byte[] bytes;
  private final Optional<Value> json;

  private Content(byte[] bytes, Optional<Value> json) {
    this.bytes = bytes;
    this.json = json;
  }

  static Content json(byte[] bytes) {
    return new Content(bytes, Json.read(bytes));
  }

  static Content raw(byte[] bytes) {
    return new Content(bytes, Optional.empty());
  }

  byte[] bytes() {
    return bytes;
  }

  /// The JSON value that they are; empty where they are none.
  Optional<Value> json() {
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
