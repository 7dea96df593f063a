package dev.cairn.core.apply;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.codec.Digests;
import dev.cairn.core.apply.Applied.End;

/// The one way to a mutating call: declared by the plan, claimed, in the journal before and after.
final class Gate {
  private final Run run;

  Gate(Run run) {
    this.run = run;
  }

  /// Sends a call once.
  ///
  /// @param declared the call as the plan has it
  /// @param call the same with every argument known
  Reply send(Work work, Call declared, Call call, Target target) {
    if (!call.api().equals(declared.api())
        || !Declared.covers(declared.arguments(), call.arguments())) {
      return new Reply.Refused(Failures.undeclared(call.api()));
    }
    return work.slots().in(work.height(), () -> claimed(work, call, target));
  }

  private Reply claimed(Work work, Call call, Target target) {
    if (run.endsBefore(work.key())) {
      return new Reply.Refused(Failures.interrupted(call.api()));
    }
    if (!run.claim.confirm()) {
      run.agenda.stop(End.UNCLAIMED);
      return new Reply.Refused(Failures.unclaimed(call.api()));
    }
    run.begin(work.key());
    run.journal.begin(work.operation(), work.key(), target.call(), Digests.of(call.arguments()));
    Reply reply = answered(work, call, target);
    run.journal.end(work.operation(), target.call(), reply);
    count(work.slots(), reply);
    return reply;
  }

  /// A provider that throws has answered nothing: the call may have been carried out.
  private static Reply answered(Work work, Call call, Target target) {
    try {
      return work.session().send(work.type(), call, target);
    } catch (RuntimeException e) {
      return new Reply.Lost(Failures.thrown(call.api(), work.type(), e));
    }
  }

  private void count(Slots slots, Reply reply) {
    switch (reply) {
      case Reply.Done ignored -> slots.went();
      case Reply.Refused refused -> {
        run.heed(refused.failure());
        if (refused.failure().kind() == Kind.THROTTLED) {
          slots.throttled();
        }
      }
      case Reply.Lost ignored -> {}
    }
  }
}
