package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import org.jspecify.annotations.Nullable;

/// Steps that change nothing remote: lookups that are asked, records and outputs that are written.
final class Bookkeeping {
  private final Run run;

  Bookkeeping(Run run) {
    this.run = run;
  }

  StepEnd read(Step.Read step, int height) {
    Value.Fields arguments = run.resolve(step.arguments());
    Value.Fields settings = run.resolve(step.scope().settings());
    if (!arguments.known() || !settings.known()) {
      return new StepEnd.Failed(
          null, Failures.unknown(step.key().toString(), arguments.reads()), false);
    }
    Scope scope =
        new Scope(
            step.scope().provider(), settings, step.scope().credential(), step.scope().host());
    Answer answer =
        run.slots(scope)
            .in(height, () -> run.means.sessions().in(scope).lookup(step.type(), arguments));
    return switch (answer) {
      case Answer.Given given -> {
        learn(step, Pinned.content(step.type(), arguments, given.outputs()));
        run.ledger.publish(step.key().address(), given.outputs());
        yield new StepEnd.Well(null);
      }
      case Answer.Withheld withheld ->
          new StepEnd.Failed(null, run.heed(withheld.failure()), false);
    };
  }

  StepEnd write(Step.Write step) {
    Value.Fields content = run.resolve(step.content());
    if (!content.known()) {
      return new StepEnd.Failed(
          null, Failures.unknown(step.key().toString(), content.reads()), false);
    }
    learn(step, content);
    return new StepEnd.Well(null);
  }

  private void learn(Step step, Value.Fields content) {
    run.journal.learned(step.key(), content);
    run.ledger.learn(step.key(), content);
  }

  StepEnd amend(Step.Amend step) {
    Recorded planned = step.after();
    Recorded before = step.before();
    Address left = before == null ? null : before.address();
    Recorded after = planned == null ? forgotten(step) : amended(step, before, planned);
    if (left != null && (planned == null || !left.equals(planned.address()))) {
      run.ledger.leave(left);
    }
    if (after != null) {
      after.current().ifPresent(object -> run.ledger.publish(after.address(), object.attributes()));
    }
    return new StepEnd.Well(id(after));
  }

  private @Nullable Recorded forgotten(Step.Amend step) {
    run.journal.done(run.numbering.operation(run.intent.run(), step.key()), step.key(), null);
    return null;
  }

  private @Nullable Recorded amended(Step.Amend step, @Nullable Recorded before, Recorded planned) {
    return run.revise(
        run.numbering.operation(run.intent.run(), step.key()),
        step.key(),
        before,
        now -> before != null && now == null ? null : run.records.amended(before, now, planned));
  }

  private static @Nullable String id(@Nullable Recorded after) {
    return after == null ? null : after.current().map(RemoteObject::id).orElse(null);
  }
}
