package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.resource.RemoteObject.Role;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the state knows of one resource instance.
///
/// @param dependsOn what else it referred to when it was applied: the order of its deletion
/// @param run the run that wrote this record
/// @param sourceCommit the commit of the stack file that run applied; null outside git
public record Recorded(
    Address address,
    Uid uid,
    TypeName type,
    int schemaVersion,
    List<RemoteObject> objects,
    SortedSet<Address> dependsOn,
    Lifecycle lifecycle,
    @Nullable Placement placement,
    String run,
    @Nullable String sourceCommit) {
  public Recorded {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(type, "type");
    objects = List.copyOf(objects);
    SortedSet<Address> others = new TreeSet<>(dependsOn);
    others.remove(address);
    dependsOn = Collections.unmodifiableSortedSet(others);
    Objects.requireNonNull(lifecycle, "lifecycle");
    Objects.requireNonNull(run, "run");
  }

  /// The object that the resource is; empty while there are only deposed or stray ones.
  public Optional<RemoteObject> current() {
    return objects.stream().filter(object -> object.role() == Role.CURRENT).findFirst();
  }
}
