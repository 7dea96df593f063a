package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a resource with several possible hosts runs: recorded, not computed anew.
public record Placement(Address host, @Nullable Decision override, @Nullable Decision fenced) {
  public Placement {
    Objects.requireNonNull(host, "host");
  }

  /// What a person decided: who, when (ISO 8601), on which host and why.
  public record Decision(Address host, String by, String at, String reason) {
    public Decision {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
