package dev.cairn.core.provider;

import dev.cairn.api.event.Event;
import dev.cairn.api.resource.Scope;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Says when a read or a call in one scope has no answer for a while: a person who waits shall know
/// for what. Once, until an answer comes again.
final class SlowAnswers {
  private final String place;
  private final Duration patience;
  private final ScheduledExecutorService clock;
  private final Event.Sink events;
  private final AtomicBoolean said = new AtomicBoolean();

  SlowAnswers(Scope scope, Duration patience, ScheduledExecutorService clock, Event.Sink events) {
    this.place = scope.place();
    this.patience = patience;
    this.clock = clock;
    this.events = events;
  }

  /// Does a read.
  ///
  /// @param what is asked for
  <T> T read(String what, Supplier<T> read) {
    return told("the read of " + what, read);
  }

  /// Sends a mutating call.
  ///
  /// @param api its name
  <T> T called(String api, Supplier<T> call) {
    return told("the call " + api, call);
  }

  private <T> T told(String what, Supplier<T> read) {
    Future<?> notice = clock.schedule(() -> say(what), patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return read.get();
    } finally {
      if (notice.cancel(false)) {
        said.set(false);
      }
    }
  }

  private void say(String what) {
    if (said.compareAndSet(false, true)) {
      events.accept(
          new Event.Phase(
              "waiting",
              "%s: no answer for %d s to %s".formatted(place, patience.toSeconds(), what)));
    }
  }
}
