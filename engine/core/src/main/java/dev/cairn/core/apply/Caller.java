package dev.cairn.core.apply;

import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings one call of a step to a definite end: sends it again where nothing was done or where
/// twice is as once, looks for its object where nobody can know.
final class Caller {
  private static final int SENDS_WITHOUT_ANSWER = 5;
  private static final int SENDS_WHILE_UNAVAILABLE = 4;

  private final Run run;
  private final Work work;
  private final Call declared;
  private final Call call;
  private final Target target;
  private final Backoff backoff;
  private int lost;
  private int unavailable;

  /// Whether an object may exist that nobody has seen.
  private boolean open;

  private Caller(Run run, Work work, Call declared, Target target) {
    this.run = run;
    this.work = work;
    this.declared = declared;
    this.call = declared.with(run.resolve(declared.arguments()));
    this.target = target;
    this.backoff = new Backoff(run.means.patience(), run.means.random());
  }

  static Sent call(Run run, Work work, Call declared, Target target) {
    Caller caller = new Caller(run, work, declared, target);
    if (!caller.call.arguments().known()) {
      return new Sent.Failed(
          Failures.unknown(declared.api(), caller.call.arguments().reads()), false);
    }
    return caller.bring();
  }

  private Sent bring() {
    Gate gate = new Gate(run);
    while (true) {
      Sent sent =
          switch (gate.send(work, declared, call, target)) {
            case Reply.Done done -> new Sent.Done(done.id(), done.attributes(), List.of());
            case Reply.Refused refused -> refused(refused.failure());
            case Reply.Lost answer -> lost(answer.failure());
          };
      if (sent != null) {
        return sent;
      }
    }
  }

  /// Null where the call is to be sent again.
  private @Nullable Sent refused(Failure failure) {
    if (lost > 0 && failure.kind() == Kind.EXISTS) {
      return exists() ? nothingToDo() : lost(failure);
    }
    if (work.action() == Action.DELETE && failure.kind() == Kind.NOT_FOUND) {
      return nothingToDo();
    }
    Instant until = tryUntil(failure);
    Duration wait = backoff.next();
    if (!run.now().plus(wait).isBefore(until)) {
      return failed(failure);
    }
    run.tell(new Event.Waiting(work.key(), call.api(), work.since(), until, failure.code()));
    return run.pause(wait) ? null : failed(Failures.interrupted(call.api()));
  }

  private static Sent nothingToDo() {
    return new Sent.Done(null, Value.Fields.EMPTY, List.of());
  }

  /// Until when something refused is tried again; a time in the past where it is not.
  private Instant tryUntil(Failure failure) {
    return switch (failure.kind()) {
      case THROTTLED -> work.until();
      case NOT_FOUND -> concernsMade() ? work.until() : Instant.MIN;
      case CONFLICT ->
          work.action() == Action.DELETE && !failure.code().startsWith("CRN")
              ? earlier(work.until(), work.since().plus(run.means.patience().blocked()))
              : Instant.MIN;
      case UNAVAILABLE ->
          failure.code().startsWith("CRN") || ++unavailable >= SENDS_WHILE_UNAVAILABLE
              ? Instant.MIN
              : work.until();
      case EXISTS, DENIED, QUOTA, REJECTED, EXPIRED -> Instant.MIN;
    };
  }

  private boolean concernsMade() {
    return run.ledger.mentionsMade(call.arguments())
        || (target.id() != null && run.ledger.mentionsMade(Value.text(target.id())));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private @Nullable Sent lost(Failure failure) {
    lost++;
    open = !exists() && call.repeat() != Repeat.SAFE;
    if (!open || call.repeat() == Repeat.CLIENT_TOKEN) {
      return again(failure);
    }
    return switch (new Lookout(run, work).look(target, call.repeat())) {
      case Lookout.Sight.Found found -> found(found);
      case Lookout.Sight.Nothing ignored -> {
        open = false;
        yield again(failure);
      }
      case Lookout.Sight.Unclear ignored -> failed(Failures.noAnswer(call.api(), failure));
    };
  }

  /// A later call of a creation has no object of its own to look for.
  private boolean exists() {
    return target.id() != null;
  }

  private @Nullable Sent again(Failure failure) {
    return lost < SENDS_WITHOUT_ANSWER && run.pause(backoff.next())
        ? null
        : failed(Failures.noAnswer(call.api(), failure));
  }

  private Sent found(Lookout.Sight.Found found) {
    Reply.Done answer = new Reply.Done(found.first().id(), found.first().attributes());
    run.journal.end(work.operation(), target.call(), answer);
    return new Sent.Done(answer.id(), answer.attributes(), found.others());
  }

  private Sent failed(Failure failure) {
    return new Sent.Failed(failure, open);
  }
}
