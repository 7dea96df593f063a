package dev.cairn.docker.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether an engine lives, while a read of it waits. A busy machine may keep an engine from saying
/// anything for seconds; one that was given up once is not waited for as long again, until it is
/// heard. Thread-safe.
final class Pulse {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Supplier<Future<?>> ping;
  private @Nullable Future<?> asked;
  private Instant heard = Instant.MIN;
  private boolean lost;

  /// @param ping asks the engine for any sign, whose arrival [#heard] is told of
  Pulse(Supplier<Future<?>> ping) {
    this.ping = ping;
  }

  synchronized void heard() {
    heard = Instant.now();
    lost = false;
  }

  /// For how long the engine has said nothing, where that is longer than it is waited for; else it
  /// is asked whether it lives, unless it is being asked already.
  ///
  /// @param since when the read that waits was sent
  synchronized Optional<Duration> silence(Instant since) {
    Duration silence = Duration.between(heard.isAfter(since) ? heard : since, Instant.now());
    if (silence.compareTo(lost ? AGAIN : PATIENCE) >= 0) {
      lost = true;
      return Optional.of(silence);
    }
    if (asked == null || asked.isDone()) {
      asked = ping.get();
    }
    return Optional.empty();
  }
}
