package dev.cairn.referee;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Does something once, at a moment of one call: to end the process that sent it, say. The call
/// itself passes.
public final class Trigger implements Hook {
  /// Where a call is.
  public enum Moment {
    /// The service knows nothing of it.
    BEFORE_FORWARD,
    /// The service has carried it out, and its client does not know.
    AFTER_FORWARD,
    /// Its client has the whole answer.
    AFTER_REPLY
  }

  private final Moment moment;
  private final Predicate<Exchange> calls;
  private final AtomicInteger left;
  private final Runnable action;

  /// @param number of the call among those that match, from 1; calls are counted at the moment
  public Trigger(Moment moment, Predicate<Exchange> calls, int number, Runnable action) {
    this.moment = Objects.requireNonNull(moment, "moment");
    this.calls = Objects.requireNonNull(calls, "calls");
    this.left = new AtomicInteger(number);
    this.action = Objects.requireNonNull(action, "action");
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    reached(Moment.BEFORE_FORWARD, exchange);
    return Verdict.PASS;
  }

  @Override
  public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    reached(Moment.AFTER_FORWARD, exchange);
    return Verdict.PASS;
  }

  @Override
  public void afterReply(Exchange exchange, int status) {
    reached(Moment.AFTER_REPLY, exchange);
  }

  private void reached(Moment here, Exchange exchange) {
    if (here == moment && calls.test(exchange) && left.decrementAndGet() == 0) {
      action.run();
    }
  }

  /// Whether the moment has come.
  public boolean happened() {
    return left.get() <= 0;
  }
}
