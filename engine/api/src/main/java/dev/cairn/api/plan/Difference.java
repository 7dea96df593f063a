package dev.cairn.api.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One attribute that changes; null is "not set".
public record Difference(Path path, @Nullable Value before, @Nullable Value after) {
  public Difference {
    Objects.requireNonNull(path, "path");
  }
}
