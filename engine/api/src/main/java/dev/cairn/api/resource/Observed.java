package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import java.util.Objects;

/// What a refresh found of one recorded object.
///
/// @param digest of what a plan rests on in the reading: it is stale for this resource when that
///   has changed
public record Observed(Address address, RemoteObject object, Reading reading, ContentId digest) {
  public Observed {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(digest, "digest");
  }
}
