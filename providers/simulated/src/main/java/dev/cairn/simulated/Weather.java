package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lets [Faults] happen. Thread-safe.
final class Weather {
  private final Faults faults;
  private final Consumer<Duration> pause;
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  Weather(Faults faults, Consumer<Duration> pause) {
    this.faults = faults;
    this.pause = pause;
  }

  /// Carries a call out, or not, and answers it, or not.
  Reply through(TypeName type, Call call, Target target, Supplier<Reply> effect) {
    delay();
    Optional<Failure> refusal = refusal(type, call);
    if (refusal.isPresent()) {
      return new Reply.Refused(refusal.get());
    }
    String name =
        type + " " + target.ownership().address() + " " + call.api() + " " + target.call();
    int attempt = attempts.merge(name, 1, Integer::sum);
    if (hits(faults.throttled(), "throttled", name, attempt)) {
      return new Reply.Refused(failure(Failure.Kind.THROTTLED, call.api(), "too many requests"));
    }
    if (hits(faults.lostBefore(), "before", name, attempt)) {
      return lost(call);
    }
    Reply reply = effect.get();
    return hits(faults.lostAfter(), "after", name, attempt) ? lost(call) : reply;
  }

  /// Why a read of a type is not answered.
  Optional<Failure> blindness(TypeName type) {
    delay();
    return faults.unreadable().contains(type)
        ? Optional.of(failure(Failure.Kind.UNAVAILABLE, "simulated:Read", "no answer"))
        : Optional.empty();
  }

  private Optional<Failure> refusal(TypeName type, Call call) {
    return faults.refusals().stream()
        .filter(refusal -> refusal.hits(type, call.api()))
        .findFirst()
        .map(refusal -> failure(refusal.kind(), call.api(), "refused on demand"));
  }

  private boolean hits(double share, String fault, String name, int attempt) {
    return share > 0 && Dice.share(faults.seed(), fault, name, attempt) < share;
  }

  private void delay() {
    if (!faults.latency().isZero()) {
      pause.accept(faults.latency());
    }
  }

  private static Reply lost(Call call) {
    return new Reply.Lost(failure(Failure.Kind.UNAVAILABLE, call.api(), "no answer"));
  }

  private static Failure failure(Failure.Kind kind, String call, String text) {
    return new Failure(kind, call, "Simulated", null, null, text);
  }
}
