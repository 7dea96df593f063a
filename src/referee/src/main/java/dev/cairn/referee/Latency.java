package dev.cairn.referee;

import java.time.Duration;
import java.util.Objects;

/// Every call takes longer by the same time, as over a network.
public record Latency(Duration each) implements Hook {
  public Latency {
    Objects.requireNonNull(each, "each");
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    try {
      Thread.sleep(each);
      return Verdict.PASS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.DROP;
    }
  }
}
