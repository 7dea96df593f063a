package dev.cairn.core.apply;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits that double up to a limit, each spread over its upper half.
final class Backoff {
  private final RandomGenerator random;
  private final Duration longest;
  private Duration next;

  Backoff(Patience patience, RandomGenerator random) {
    this.random = random;
    this.longest = patience.longestBackoff();
    this.next = patience.backoff();
  }

  Duration next() {
    long half = next.toMillis() / 2;
    next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
    return Duration.ofMillis(half + (half > 0 ? random.nextLong(half + 1) : 0));
  }
}
