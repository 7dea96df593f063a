package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import java.util.Objects;

/// What a refresh found of one recorded object.
///
/// @param object as it is recorded
/// @param scope where it was looked for: as it is recorded, or as its host is reached now
/// @param digest of what a plan rests on in the reading: it is stale for this resource when that
///   has changed
public record Observed(
    Address address, RemoteObject object, Scope scope, Reading reading, ContentId digest) {
  public Observed {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(digest, "digest");
  }

  /// The object, as it is reached now.
  public RemoteObject live() {
    return object.in(scope);
  }
}
