package dev.cairn.core.apply;

import dev.cairn.core.time.Time;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// A person's wish that a run ends: first gently, then at once. The record is kept either way.
/// Thread-safe.
public final class Cancellation {
  private final Set<Thread> waiting = new HashSet<>();
  private boolean draining;
  private boolean aborted;

  /// Nothing more is started; what is under way is finished.
  public synchronized void drain() {
    draining = true;
  }

  /// Nothing more is sent and no wait goes on; calls that were sent are answered first.
  public synchronized void abort() {
    draining = true;
    aborted = true;
    waiting.forEach(Thread::interrupt);
  }

  public synchronized boolean draining() {
    return draining;
  }

  public synchronized boolean aborted() {
    return aborted;
  }

  /// Waits on the calling thread.
  ///
  /// @return false where the run was aborted before or meanwhile
  public boolean pause(Time time, Duration duration) {
    if (!enter()) {
      return false;
    }
    try {
      time.sleeper().sleep(duration);
      return !aborted();
    } catch (InterruptedException e) {
      abort();
      return false;
    } finally {
      leave();
    }
  }

  private synchronized boolean enter() {
    return !aborted && waiting.add(Thread.currentThread());
  }

  /// An interrupt that came too late must not reach the next call.
  private synchronized void leave() {
    waiting.remove(Thread.currentThread());
    Thread.interrupted();
  }
}
