package dev.cairn.referee;

import java.util.concurrent.CountDownLatch;

/// The service takes calls and says nothing, until it thaws.
public final class Freeze implements Hook {
  private final CountDownLatch thawed = new CountDownLatch(1);

  @Override
  public Verdict beforeForward(Exchange exchange) {
    try {
      thawed.await();
      return Verdict.PASS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.DROP;
    }
  }

  /// What waits goes on, and nothing waits any more.
  public void thaw() {
    thawed.countDown();
  }
}
