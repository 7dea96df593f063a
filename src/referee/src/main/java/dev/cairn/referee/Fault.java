package dev.cairn.referee;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Something that goes wrong with a call, as often as is said for each API: the first create of
/// each kind, say.
public final class Fault implements Hook {
  private final Predicate<Exchange> calls;
  private final int times;
  private final boolean carriedOut;
  private final Verdict answer;
  private final Map<String, Integer> done = new HashMap<>();

  private Fault(Predicate<Exchange> calls, int times, boolean carriedOut, Verdict answer) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.times = times;
    this.carriedOut = carriedOut;
    this.answer = answer;
  }

  /// The call is carried out and its reply never comes: the connection ends.
  public static Fault lost(Predicate<Exchange> calls, int times) {
    return new Fault(calls, times, true, Verdict.DROP);
  }

  /// The call is carried out; in place of the reply comes the page of a proxy, with the status of a
  /// success.
  public static Fault garbage(Predicate<Exchange> calls, int times) {
    String page = "<!DOCTYPE html><html><body>Welcome to the gateway</body></html>";
    return new Fault(calls, times, true, new Verdict.Answer(200, "text/html", page));
  }

  /// The call is carried out; in place of the reply comes an internal error.
  public static Fault failed(Predicate<Exchange> calls, int times) {
    return new Fault(calls, times, true, new Verdict.Answer(500, "text/plain", "internal error"));
  }

  /// Too many requests: EC2 refuses the call, and nothing is carried out.
  public static Fault throttled(Predicate<Exchange> calls, int times) {
    String body =
        """
        <Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.\
        </Message></Error></Errors><RequestID>referee</RequestID></Response>\
        """;
    return new Fault(calls, times, false, new Verdict.Answer(503, "text/xml", body));
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    return carriedOut ? Verdict.PASS : decide(exchange);
  }

  @Override
  public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    return carriedOut && status < 300 ? decide(exchange) : Verdict.PASS;
  }

  private Verdict decide(Exchange exchange) {
    if (!calls.test(exchange)) {
      return Verdict.PASS;
    }
    synchronized (done) {
      return done.merge(exchange.api(), 1, Integer::sum) <= times ? answer : Verdict.PASS;
    }
  }

  /// How often it happened, for each API.
  public Map<String, Integer> happened() {
    synchronized (done) {
      Map<String, Integer> happened = new HashMap<>();
      done.forEach((api, seen) -> happened.put(api, Math.min(seen, times)));
      return happened;
    }
  }
}
