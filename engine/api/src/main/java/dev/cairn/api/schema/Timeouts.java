package dev.cairn.api.schema;

import java.time.Duration;
import java.util.Objects;

/// How long each kind of step may take, its waits included.
public record Timeouts(Duration create, Duration update, Duration delete) {
  public Timeouts {
    Objects.requireNonNull(create, "create");
    Objects.requireNonNull(update, "update");
    Objects.requireNonNull(delete, "delete");
  }
}
