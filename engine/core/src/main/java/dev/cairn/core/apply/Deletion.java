package dev.cairn.core.apply;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import java.util.Optional;

/// Deletes an object where it lives.
final class Deletion {
  private final Run run;
  private final Steps steps;

  Deletion(Run run, Steps steps) {
    this.run = run;
    this.steps = steps;
  }

  StepEnd carryOut(Step.Delete step, int height) {
    RemoteObject object = step.target();
    Recorded before = step.before();
    Work work =
        steps.work(
            step,
            Action.DELETE,
            before.type(),
            object.scope(),
            before.uid(),
            steps.schema(before.type()).timeouts().delete(),
            height);
    for (int call = 0; call < step.calls().size(); call++) {
      Sent sent =
          Caller.call(
              run,
              work,
              step.calls().get(call),
              work.target(object.id(), object.attributes(), call));
      if (sent instanceof Sent.Failed failed) {
        return new StepEnd.Failed(object.id(), failed.failure(), failed.undecided());
      }
    }
    Watch.Seen seen =
        new Watch(run, work, observed -> Optional.empty())
            .until(work.target(object.id(), object.attributes(), step.calls().size()));
    return switch (seen) {
      case Watch.Seen.Ready ignored -> {
        run.revise(
            work.operation(),
            step.key(),
            before,
            now -> now == null ? null : run.records.without(now, object.id()).orElse(null));
        yield new StepEnd.Well(object.id());
      }
      case Watch.Seen.Failed failed -> new StepEnd.Failed(object.id(), failed.failure(), false);
    };
  }
}
