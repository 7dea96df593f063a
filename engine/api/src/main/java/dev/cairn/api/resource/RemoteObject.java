package dev.cairn.api.resource;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One real object behind a resource.
///
/// @param id the remote id
/// @param scope where it lives, and how that was last reached: two objects of one resource may live
///   in two places
/// @param madeBy the operation that created it; null for one that was imported or adopted
/// @param attributes what it was when it was last applied, in the type's normal form
/// @param set the paths that the user set; only these are compared
/// @param complete false while a step of its creation is outstanding: it is finished, never made
///   again
public record RemoteObject(
    Role role,
    String id,
    Scope scope,
    @Nullable OperationId madeBy,
    Value.Fields attributes,
    SortedSet<Path> set,
    boolean complete) {
  public RemoteObject {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(attributes, "attributes");
    set = Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  /// What an object is to its resource.
  public enum Role {
    CURRENT,
    /// Replaced, and to be deleted once nothing needs it.
    DEPOSED,
    /// Ours, but not meant to be: a second find, or what a fenced host brought back.
    STRAY
  }

  public RemoteObject as(Role other) {
    return new RemoteObject(other, id, scope, madeBy, attributes, set, complete);
  }

  /// The same object, as it is reached now.
  public RemoteObject in(Scope live) {
    return new RemoteObject(role, id, live, madeBy, attributes, set, complete);
  }
}
