package dev.cairn.api.resource;

import dev.cairn.api.address.OperationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks for objects by what they carry: all of a lineage, or those of one operation.
public record OwnershipQuery(String lineage, @Nullable OperationId operation) {
  public OwnershipQuery {
    Objects.requireNonNull(lineage, "lineage");
  }
}
