package dev.cairn.core.apply;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Makes an object. From the moment that it has an id it is recorded, incomplete until it is what
/// was promised.
final class Creation {
  private final Run run;
  private final Steps steps;
  private final List<Found> strays = new ArrayList<>();

  Creation(Run run, Steps steps) {
    this.run = run;
    this.steps = steps;
  }

  StepEnd carryOut(Step.Create step, int height) {
    Desired desired = steps.resolved(step.key(), step.desired());
    if (!desired.attributes().known() || !desired.scope().settings().known()) {
      return unknown(step, desired);
    }
    Recorded base = run.ledger.base(step.key().address(), step.before()).orElse(null);
    Work work =
        steps.work(
            step,
            Action.CREATE,
            desired.type(),
            desired.scope(),
            run.records.uid(step.key().address(), base),
            desired.timeouts().create(),
            height);
    return new Making(step, desired, work).carryOut();
  }

  private static StepEnd unknown(Step.Create step, Desired desired) {
    SortedSet<AttributeRef> reads = desired.attributes().reads();
    reads.addAll(desired.scope().settings().reads());
    return new StepEnd.Failed(null, Failures.unknown(step.key().toString(), reads), false);
  }

  /// One creation under way.
  private final class Making {
    private final Step.Create step;
    private final Desired desired;
    private Work work;
    private final boolean settlesLater;
    private final Value.Fields planned;
    private @Nullable String id;
    private Value.Fields attributes;

    Making(Step.Create step, Desired desired, Work work) {
      this.step = step;
      this.desired = desired;
      this.work = work;
      this.settlesLater = run.settlesLater(step.key());
      this.planned = planned();
      this.attributes = planned;
    }

    private Value.Fields planned() {
      Value.Fields foreseen =
          run.means
              .catalog()
              .type(desired.type())
              .map(type -> type.planned(desired))
              .orElse(Value.Fields.EMPTY);
      return foreseen.with(desired.attributes());
    }

    StepEnd carryOut() {
      for (int call = 0; call < step.calls().size(); call++) {
        Sent sent =
            Caller.call(run, work, step.calls().get(call), work.target(id, attributes, call));
        switch (sent) {
          case Sent.Done done -> take(step.calls().get(call), done);
          case Sent.Failed failed -> {
            return fail(failed.failure(), failed.undecided());
          }
        }
      }
      Promise promise = new Promise(work.schema(), desired, planned);
      Watch.Seen seen =
          new Watch(run, work, promise::broken)
              .until(work.target(id, attributes, step.calls().size()));
      return switch (seen) {
        case Watch.Seen.Ready ready -> ready(ready.observed());
        case Watch.Seen.Failed failed -> unready(failed);
      };
    }

    private void take(Call call, Sent.Done done) {
      if (call.supply() != null) {
        work = work.startedAt(run.now());
        return;
      }
      attributes = Overlay.replied(attributes, done.attributes(), planned);
      if (id == null && done.id() != null) {
        id = done.id();
        run.ledger.made(id);
      }
      strays.addAll(done.strays());
      if (!done.strays().isEmpty()) {
        record(false);
      }
    }

    private StepEnd ready(Value.Fields observed) {
      identify(observed);
      attributes = Overlay.observed(work.schema(), desired, attributes, observed);
      Recorded recorded = record(!settlesLater);
      Value.Fields all = recorded.current().orElseThrow().attributes();
      run.ledger.publish(step.key().address(), desired.seen(work.schema(), all));
      return new StepEnd.Well(id);
    }

    private StepEnd unready(Watch.Seen.Failed failed) {
      if (failed.observed() != null) {
        identify(failed.observed());
        attributes = Overlay.observed(work.schema(), desired, attributes, failed.observed());
        record(!settlesLater);
        return new StepEnd.Failed(id, failed.failure(), false);
      }
      return fail(failed.failure(), false);
    }

    private StepEnd fail(Failure failure, boolean undecided) {
      if (id != null) {
        record(false);
      }
      return new StepEnd.Failed(id, failure, undecided);
    }

    /// What no call has given an id is called by what was seen of it, else by its instance.
    private void identify(Value.Fields observed) {
      if (id == null) {
        id = observed.text("id").or(() -> attributes.text("id")).orElse(work.uid().ulid());
      }
    }

    private Recorded record(boolean complete) {
      String known = Objects.requireNonNull(id);
      Value.Fields all =
          attributes.has("id") ? attributes : attributes.with("id", Value.text(known));
      RemoteObject object =
          new RemoteObject(
              Role.CURRENT, known, desired.scope(), work.operation(), all, desired.set(), complete);
      return run.created(work.operation(), step, work.uid(), desired, object, strays);
    }
  }
}
