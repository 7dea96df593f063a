package dev.cairn.core.apply;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes an object in place. What failed half-way stays recorded as it was: the next plan looks.
final class Updating {
  private final Run run;
  private final Steps steps;

  Updating(Run run, Steps steps) {
    this.run = run;
    this.steps = steps;
  }

  StepEnd carryOut(Step.Update step, int height) {
    Desired desired = steps.resolved(step.key(), step.desired());
    Recorded base = run.ledger.base(step.key().address(), step.before()).orElse(null);
    RemoteObject object = base == null ? null : object(step, base);
    if (base == null || object == null) {
      return new StepEnd.Failed(null, Failures.noRecord(step.key().toString()), false);
    }
    if (!desired.attributes().known() || !desired.scope().settings().known()) {
      return new StepEnd.Failed(
          object.id(),
          Failures.unknown(step.key().toString(), desired.attributes().reads()),
          false);
    }
    Work work =
        steps.work(
            step,
            Action.UPDATE,
            desired.type(),
            desired.scope(),
            base.uid(),
            desired.timeouts().update(),
            height);
    return changed(step, desired, base, object, work);
  }

  /// The object that the plan means, as it is recorded now; of one that this run has made, the
  /// current one.
  private static @Nullable RemoteObject object(Step.Update step, Recorded base) {
    String id =
        Optional.ofNullable(step.before())
            .or(() -> Optional.of(base))
            .flatMap(Recorded::current)
            .map(RemoteObject::id)
            .orElse("");
    return base.objects().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private StepEnd changed(
      Step.Update step, Desired desired, Recorded base, RemoteObject object, Work work) {
    Value.Fields attributes =
        Overlay.updated(object.attributes(), desired.attributes(), step.differences());
    for (int call = 0; call < step.calls().size(); call++) {
      Sent sent =
          Caller.call(
              run, work, step.calls().get(call), work.target(object.id(), attributes, call));
      switch (sent) {
        case Sent.Done done ->
            attributes = Overlay.replied(attributes, done.attributes(), desired.attributes());
        case Sent.Failed failed -> {
          return new StepEnd.Failed(object.id(), failed.failure(), failed.undecided());
        }
      }
    }
    Promise promise = new Promise(work.schema(), desired, desired.attributes());
    Watch.Seen seen =
        new Watch(run, work, promise::broken)
            .until(work.target(object.id(), attributes, step.calls().size()));
    return switch (seen) {
      case Watch.Seen.Ready ready -> {
        record(step, desired, base, object, work, attributes, ready.observed());
        yield new StepEnd.Well(object.id());
      }
      case Watch.Seen.Failed failed -> {
        record(step, desired, base, object, work, attributes, failed.observed());
        yield new StepEnd.Failed(object.id(), failed.failure(), false);
      }
    };
  }

  private void record(
      Step.Update step,
      Desired desired,
      Recorded base,
      RemoteObject object,
      Work work,
      Value.Fields attributes,
      Value.@Nullable Fields observed) {
    if (observed == null) {
      return;
    }
    Value.Fields all = Overlay.observed(work.schema(), desired, attributes, observed);
    boolean complete = object.complete() || !run.settlesLater(step.key());
    RemoteObject changed =
        new RemoteObject(
            object.role(),
            object.id(),
            desired.scope(),
            object.madeBy(),
            all,
            desired.set(),
            complete);
    Recorded after =
        run.revise(
            work.operation(),
            step.key(),
            step.before(),
            now -> run.records.updated(desired, now == null ? base : now, changed));
    if (after != null && after.current().filter(one -> one.id().equals(object.id())).isPresent()) {
      run.ledger.publish(step.key().address(), desired.seen(work.schema(), all));
    }
  }
}
