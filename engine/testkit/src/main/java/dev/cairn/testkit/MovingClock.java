package dev.cairn.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until somebody sleeps by it. Thread-safe.
public final class MovingClock extends Clock {
  private final AtomicReference<Instant> now;

  public MovingClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public MovingClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /// Moves on without waiting.
  public void sleep(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /// Instants have no zone, and nothing here asks for one.
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
