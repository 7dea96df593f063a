package dev.cairn.api.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Impact;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a plan does to one resource, for people to read.
///
/// @param reaches the resources whose own change, restart or loss of connection follows from this
///   one
/// @param createFirst of a replacement: the new object is made before the old one is deleted
/// @param reversible whether applying the old stack again brings everything back
public record Change(
    Address address,
    TypeName type,
    Action action,
    List<Difference> differences,
    List<Reason> reasons,
    Impact impact,
    SortedSet<Address> reaches,
    boolean createFirst,
    boolean reversible) {
  public Change {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(action, "action");
    differences = List.copyOf(differences);
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(impact, "impact");
    reaches = Collections.unmodifiableSortedSet(new TreeSet<>(reaches));
  }

  /// Whether the record alone changes and the object stays as it is: what its reasons say.
  public boolean recordOnly() {
    return action == Action.UPDATE
        && !reasons.isEmpty()
        && reasons.stream()
            .allMatch(reason ->
                reason instanceof Reason.CreationOnly || reason instanceof Reason.Unrecorded);
  }
}
