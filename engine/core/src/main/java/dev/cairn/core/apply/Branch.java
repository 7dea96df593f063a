package dev.cairn.core.apply;

import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Steps that are carried out only if a value turns out to have changed.
final class Branch {
  private final Run run;
  private final Steps steps;

  Branch(Run run, Steps steps) {
    this.run = run;
    this.steps = steps;
  }

  /// Whether the trigger's value, now known, is another than before; empty where it is still
  /// unknown.
  Optional<Boolean> changed(Step.IfChanged branch) {
    Difference trigger = branch.trigger();
    Value after = trigger.after();
    if (after == null) {
      return Optional.of(trigger.before() != null);
    }
    Value now = run.resolve(Value.Fields.of("value", after)).get("value").orElse(null);
    if (now != null && !now.known()) {
      return Optional.empty();
    }
    return Optional.of(!same(now, trigger.before()));
  }

  private static boolean same(@Nullable Value one, @Nullable Value other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.revealed().equals(other.revealed());
  }

  StepEnd unknown(Step.IfChanged branch) {
    Value after = branch.trigger().after();
    SortedSet<?> reads = after == null ? new TreeSet<String>() : after.reads();
    return new StepEnd.Failed(null, Failures.unknown(branch.key().toString(), reads), false);
  }

  /// A step that is left out: its resource stays as it was, for those who refer to it.
  void omit(Step step) {
    run.ledger.omitted(step.key());
    Recorded before = step.before();
    if (before != null) {
      before
          .current()
          .map(RemoteObject::attributes)
          .ifPresent(attributes -> run.ledger.publish(step.key().address(), attributes));
    }
  }

  /// All of it on one thread, as inside a transaction.
  StepEnd carryOut(Step.IfChanged branch, int height) {
    Optional<Boolean> changed = changed(branch);
    if (changed.isEmpty()) {
      return unknown(branch);
    }
    for (Step step : branch.steps()) {
      if (!changed.get()) {
        omit(step);
      } else if (steps.carryOut(step, height) instanceof StepEnd.Failed failed) {
        return failed;
      }
    }
    return new StepEnd.Well(null);
  }
}
