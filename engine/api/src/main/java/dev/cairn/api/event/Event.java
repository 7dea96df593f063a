package dev.cairn.api.event;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Failure;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happens, as typed data. Views read these; the redactor sits before the sink.
public sealed interface Event {
  /// A phase of the command: `reading`, `planning`, `applying`, `verifying`.
  record Phase(String name, String detail) implements Event {
    public Phase {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(detail, "detail");
    }
  }

  record Started(StepKey step) implements Event {
    public Started {
      Objects.requireNonNull(step, "step");
    }
  }

  /// A step waits for something remote.
  record Waiting(StepKey step, String awaited, Instant since, Instant until, String lastSeen)
      implements Event {
    public Waiting {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(awaited, "awaited");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(lastSeen, "lastSeen");
    }
  }

  /// A step has ended well (`failure` is null) or not.
  record Ended(StepKey step, @Nullable String id, @Nullable Failure failure, long millis)
      implements Event {
    public Ended {
      Objects.requireNonNull(step, "step");
    }
  }

  /// A step was not started because another one did not end well.
  record Skipped(StepKey step, StepKey because) implements Event {
    public Skipped {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(because, "because");
    }
  }

  /// Something that is to be known at once, and not only when the run has ended.
  record Noticed(Diagnostic diagnostic) implements Event {
    public Noticed {
      Objects.requireNonNull(diagnostic, "diagnostic");
    }
  }

  /// Takes events, from any thread, in the order in which they happen.
  @FunctionalInterface
  interface Sink {
    void accept(Event event);
  }
}
