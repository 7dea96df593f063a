package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at an object until it is what its step has promised.
final class Watch {
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final int UNANSWERED_PROBES = 5;

  private final Run run;
  private final Work work;
  private final Function<Value.Fields, Optional<Path>> broken;
  private final Instant since;
  private final Backoff backoff;
  private int unanswered;

  /// @param broken the first attribute that is not as planned
  Watch(Run run, Work work, Function<Value.Fields, Optional<Path>> broken) {
    this.run = run;
    this.work = work;
    this.broken = broken;
    this.since = run.now();
    this.backoff = new Backoff(run.means.patience(), run.means.random());
  }

  /// What the watch ended with.
  sealed interface Seen {
    record Ready(Value.Fields observed) implements Seen {}

    /// @param observed what was seen of an object that is ready, but not as planned; else null
    record Failed(Failure failure, Value.@Nullable Fields observed) implements Seen {}
  }

  Seen until(Target target) {
    while (true) {
      Progress progress =
          work.slots()
              .in(work.height(), () -> work.session().probe(work.type(), work.action(), target));
      Progress judged = judged(progress);
      switch (judged) {
        case Progress.Ready ready -> {
          return new Seen.Ready(ready.observed());
        }
        case Progress.Broken failed -> {
          return new Seen.Failed(run.heed(failed.failure()), observed(progress));
        }
        case Progress.Pending pending -> {
          Failure ended = wait(pending);
          if (ended != null) {
            return new Seen.Failed(ended, null);
          }
        }
      }
    }
  }

  private static Value.@Nullable Fields observed(Progress progress) {
    return progress instanceof Progress.Ready(Value.Fields observed) ? observed : null;
  }

  /// What lags or was not answered is looked at again.
  private Progress judged(Progress progress) {
    return switch (progress) {
      case Progress.Pending pending -> {
        unanswered = 0;
        yield pending;
      }
      case Progress.Ready ready ->
          broken.apply(ready.observed()).map(this::otherwise).orElse(ready);
      case Progress.Broken failed ->
          transientTrouble(failed.failure())
              ? new Progress.Pending("an answer", failed.failure().code(), backoff.next())
              : failed;
    };
  }

  private Progress otherwise(Path path) {
    if (lagging()) {
      return new Progress.Pending("planned " + path, "another value", Duration.ofSeconds(2));
    }
    return new Progress.Broken(
        Failures.promise(work.type().toString(), work.type().provider(), path));
  }

  private boolean lagging() {
    Duration lag = work.schema().readLag();
    Duration promise = run.means.patience().promise();
    return run.now().isBefore(since.plus(lag.compareTo(promise) < 0 ? lag : promise));
  }

  private boolean transientTrouble(Failure failure) {
    return switch (failure.kind()) {
      case THROTTLED -> {
        work.slots().throttled();
        yield true;
      }
      case UNAVAILABLE -> ++unanswered < UNANSWERED_PROBES;
      case NOT_FOUND -> work.action() != Action.DELETE && lagging();
      case EXISTS, DENIED, CONFLICT, QUOTA, REJECTED, EXPIRED -> false;
    };
  }

  /// Waits until it is time to look again; else says why not.
  private @Nullable Failure wait(Progress.Pending pending) {
    run.tell(
        new Event.Waiting(work.key(), pending.awaited(), since, work.until(), pending.lastSeen()));
    Duration left = Duration.between(run.now(), work.until());
    if (!left.isPositive()) {
      return Failures.timeUp(work.type().toString(), pending.awaited(), pending.lastSeen());
    }
    Duration again = pending.again().compareTo(SHORTEST) < 0 ? SHORTEST : pending.again();
    return run.pause(again.compareTo(left) < 0 ? again : left)
        ? null
        : Failures.interrupted(work.type().toString());
  }
}
