package dev.cairn.core.world;

import dev.cairn.core.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that moves when somebody sleeps, and only then.
public final class ManualTime extends Clock {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  public Time time() {
    return new Time(this, this::pass);
  }

  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
