package dev.cairn.core.apply;

import dev.cairn.api.plan.Step;
import java.util.List;

/// Carries out the steps of a transaction, one after the other; turns back where it still can.
final class TransactionRun {
  private final Run run;
  private final Steps steps;

  TransactionRun(Run run, Steps steps) {
    this.run = run;
    this.steps = steps;
  }

  StepEnd carryOut(Step.Transaction transaction, int height) {
    run.journal.turn(transaction.key(), true);
    for (int at = 0; at < transaction.forward().size(); at++) {
      if (one(transaction.forward().get(at), height) instanceof StepEnd.Failed failed) {
        if (at <= transaction.noReturnAfter() && run.begun(transaction.key())) {
          run.journal.turn(transaction.key(), false);
          return back(transaction.reverse(), height, failed);
        }
        return failed;
      }
    }
    return new StepEnd.Well(null);
  }

  /// The first failure is the one that is told; one on the way back makes it worse.
  private StepEnd back(List<Step> reverse, int height, StepEnd.Failed cause) {
    boolean undecided = cause.undecided();
    for (Step step : reverse) {
      if (one(step, height) instanceof StepEnd.Failed failed) {
        undecided |= failed.undecided();
      }
    }
    return new StepEnd.Failed(cause.id(), cause.failure(), undecided);
  }

  private StepEnd one(Step step, int height) {
    StepEnd end = steps.carryOut(step, height);
    switch (end) {
      case StepEnd.Well ignored -> run.ledger.done(step.key());
      case StepEnd.Failed failed when run.begun(step.key()) ->
          run.ledger.failed(step.key(), failed.failure());
      case StepEnd.Failed ignored -> {}
    }
    return end;
  }
}
