package dev.cairn.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The clock and the way to wait; tests give a clock that moves when somebody sleeps.
public record Time(Clock clock, Sleeper sleeper) {
  public Time {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(sleeper, "sleeper");
  }

  /// The time of this machine.
  public static Time system() {
    return new Time(Clock.systemUTC(), Thread::sleep);
  }

  public Instant now() {
    return clock.instant();
  }

  /// Waits on the calling thread.
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }
}
