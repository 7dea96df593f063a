package dev.cairn.core.apply;

import dev.cairn.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// How many calls to one account and region, or to one engine, are under way at once: halved when
/// the service throttles, grown again by one for every full round of calls that it does not.
/// Thread-safe.
final class Slots {
  private static final Duration ONE_BURST = Duration.ofSeconds(1);

  private final int most;
  private final Time time;
  private final PriorityQueue<Ticket> waiting =
      new PriorityQueue<>(
          Comparator.comparingInt(Ticket::height).reversed().thenComparingLong(Ticket::number));
  private final Lock lock = new ReentrantLock();
  private double limit;
  private long tickets;
  private int taken;
  private Instant halved = Instant.MIN;

  Slots(int most, Time time) {
    this.most = Math.max(1, most);
    this.limit = this.most;
    this.time = time;
  }

  private record Ticket(int height, long number, Condition turn) {}

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

  private void enter(int height) {
    lock.lock();
    try {
      Ticket mine = new Ticket(height, tickets++, lock.newCondition());
      waiting.add(mine);
      while (taken >= (int) limit || !mine.equals(waiting.peek())) {
        mine.turn().awaitUninterruptibly();
      }
      waiting.remove();
      taken++;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      taken--;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void wakeNext() {
    Ticket next = waiting.peek();
    if (next != null && taken < (int) limit) {
      next.turn().signal();
    }
  }

  /// The service throttled a call. Calls of one burst are throttled together and count once.
  void throttled() {
    lock.lock();
    try {
      Instant now = time.now();
      if (halved.equals(Instant.MIN) || now.isAfter(halved.plus(ONE_BURST))) {
        halved = now;
        limit = Math.max(1, limit / 2);
      }
    } finally {
      lock.unlock();
    }
  }

  void went() {
    lock.lock();
    try {
      limit = Math.min(most, limit + 1 / limit);
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  int limit() {
    lock.lock();
    try {
      return (int) limit;
    } finally {
      lock.unlock();
    }
  }
}
