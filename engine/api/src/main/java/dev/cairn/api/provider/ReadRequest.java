package dev.cairn.api.provider;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// One object to read.
///
/// @param wanted the paths that matter: a read that costs a call of its own happens only for a path
///   in here
/// @param recorded what the record has of it; a natural key is in there
public record ReadRequest(String id, SortedSet<Path> wanted, Value.Fields recorded) {
  public ReadRequest {
    Objects.requireNonNull(id, "id");
    wanted = Collections.unmodifiableSortedSet(new TreeSet<>(wanted));
    Objects.requireNonNull(recorded, "recorded");
  }

  public boolean wants(String attribute) {
    return wanted.stream().anyMatch(path -> path.attribute().equals(attribute));
  }
}
