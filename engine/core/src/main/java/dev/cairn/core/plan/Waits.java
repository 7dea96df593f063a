package dev.cairn.core.plan;

import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import java.util.SortedSet;

/// Gives a step what it waits for.
final class Waits {
  private Waits() {}

  static Step with(Step step, SortedSet<StepKey> waits) {
    return switch (step) {
      case Step.Create s -> new Step.Create(s.key(), waits, s.desired(), s.before(), s.calls());
      case Step.Update s ->
          new Step.Update(s.key(), waits, s.desired(), s.before(), s.differences(), s.calls());
      case Step.Delete s -> new Step.Delete(s.key(), waits, s.before(), s.target(), s.calls());
      case Step.Read s -> new Step.Read(s.key(), waits, s.type(), s.scope(), s.arguments());
      case Step.Amend s -> new Step.Amend(s.key(), waits, s.action(), s.before(), s.after());
      case Step.Write s -> new Step.Write(s.key(), waits, s.content());
      case Step.IfChanged s -> new Step.IfChanged(s.key(), waits, s.trigger(), s.steps());
      case Step.Transaction s ->
          new Step.Transaction(s.key(), waits, s.forward(), s.noReturnAfter(), s.reverse());
    };
  }
}
