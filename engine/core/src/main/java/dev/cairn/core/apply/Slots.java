package dev.cairn.core.apply;

import dev.cairn.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/// How many calls of one provider are under way at once: halved when the service throttles, grown
/// again by one for every full round of calls that it does not. Thread-safe.
final class Slots {
  private static final Duration ONE_BURST = Duration.ofSeconds(1);

  private final int most;
  private final Time time;
  private final PriorityQueue<Ticket> waiting =
      new PriorityQueue<>(
          Comparator.comparingInt(Ticket::height).reversed().thenComparingLong(Ticket::number));
  private double limit;
  private long tickets;
  private int taken;
  private Instant halved = Instant.MIN;

  Slots(int most, Time time) {
    this.most = Math.max(1, most);
    this.limit = this.most;
    this.time = time;
  }

  private record Ticket(int height, long number) {}

  /// Makes a call when there is room for it.
  ///
  /// @param height calls of steps that many others wait for go first
  <T> T in(int height, Supplier<T> call) {
    enter(height);
    try {
      return call.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter(int height) {
    Ticket mine = new Ticket(height, tickets++);
    waiting.add(mine);
    while (taken >= (int) limit || !mine.equals(waiting.peek())) {
      try {
        wait();
      } catch (InterruptedException e) {
        waiting.remove(mine);
        throw new IllegalStateException("interrupted outside of a wait", e);
      }
    }
    waiting.remove();
    taken++;
    notifyAll();
  }

  private synchronized void leave() {
    taken--;
    notifyAll();
  }

  /// The service throttled a call. Calls of one burst are throttled together and count once.
  synchronized void throttled() {
    Instant now = time.now();
    if (halved.equals(Instant.MIN) || now.isAfter(halved.plus(ONE_BURST))) {
      halved = now;
      limit = Math.max(1, limit / 2);
    }
  }

  synchronized void went() {
    limit = Math.min(most, limit + 1 / limit);
    notifyAll();
  }

  synchronized int limit() {
    return (int) limit;
  }
}
