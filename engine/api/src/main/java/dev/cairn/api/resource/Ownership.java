package dev.cairn.api.resource;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Uid;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an object carries from its first instant, as tags or labels, so that a crashed or lost
/// operation is found again.
///
/// @param stack `STACK/ENV`, a hint
/// @param address as [dev.cairn.api.address.Address#tag()] writes it; may be stale, as labels
///   cannot change
public record Ownership(
    String lineage, String stack, Uid uid, OperationId operation, String address) {
  public static final String LINEAGE = "cairn:lineage";
  public static final String STACK = "cairn:stack";
  public static final String ID = "cairn:id";
  public static final String OPERATION = "cairn:op";
  public static final String ADDRESS = "cairn:address";

  public Ownership {
    Objects.requireNonNull(lineage, "lineage");
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(address, "address");
  }

  /// The tags or labels, by name.
  public SortedMap<String, String> tags() {
    return new TreeMap<>(
        Map.of(
            LINEAGE,
            lineage,
            STACK,
            stack,
            ID,
            uid.ulid(),
            OPERATION,
            operation.toString(),
            ADDRESS,
            address));
  }

  /// Reads what [#tags()] wrote from among other tags; empty where an object is not ours or not
  /// anybody's.
  public static Optional<Ownership> from(Map<String, String> tags) {
    String lineage = tags.get(LINEAGE);
    String uid = tags.get(ID);
    String operation = tags.get(OPERATION);
    if (lineage == null || uid == null || operation == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Ownership(
            lineage,
            tags.getOrDefault(STACK, ""),
            new Uid(uid),
            OperationId.parse(operation),
            tags.getOrDefault(ADDRESS, "")));
  }

  /// Whether a tag or label is Cairn's own: never compared, never shown, never removed as somebody
  /// else's.
  public static boolean isTag(String name) {
    return name.startsWith("cairn:");
  }
}
