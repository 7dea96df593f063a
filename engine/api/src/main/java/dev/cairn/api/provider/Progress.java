package dev.cairn.api.provider;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.Objects;

/// What a probe saw.
public sealed interface Progress {
  /// The step has what it promised. `observed` may be empty where the replies have told everything
  /// that others can refer to.
  record Ready(Value.Fields observed) implements Progress {
    public Ready {
      Objects.requireNonNull(observed, "observed");
    }
  }

  /// Not yet.
  ///
  /// @param awaited what is waited for, as a person would say it: `healthy`
  /// @param lastSeen the state that was seen: `starting`
  /// @param again when to look again
  record Pending(String awaited, String lastSeen, Duration again) implements Progress {
    public Pending {
      Objects.requireNonNull(awaited, "awaited");
      Objects.requireNonNull(lastSeen, "lastSeen");
      Objects.requireNonNull(again, "again");
    }
  }

  /// It will not come to it: the container ended, the read was refused.
  record Broken(Failure failure) implements Progress {
    public Broken {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
