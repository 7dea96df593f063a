package dev.cairn.core.apply;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Takes one node of the agenda after the other until nothing more is to be started.
final class Worker {
  private final Run run;
  private final Steps steps;
  private final Branch branch;

  Worker(Run run) {
    this.run = run;
    this.steps = new Steps(run);
    this.branch = new Branch(run, steps);
  }

  /// Whatever a step throws ends the run, an error of the JVM too: a worker that was gone without a
  /// word would leave the others waiting for ever for its step.
  void work() {
    try {
      Optional<Node> node = run.agenda.take();
      while (node.isPresent()) {
        carryOut(node.get());
        node = run.agenda.take();
      }
    } catch (RuntimeException | Error e) {
      run.broke(e);
    }
  }

  private void carryOut(Node node) {
    switch (node.part) {
      case WHOLE -> {
        if (node.omitted()) {
          branch.omit(node.step);
          run.agenda.ended(node);
        } else {
          whole(node);
        }
      }
      case DECIDE -> decide(node);
      case JOIN -> run.agenda.ended(node);
    }
  }

  private void decide(Node node) {
    Step.IfChanged decision = (Step.IfChanged) node.step;
    Optional<Boolean> changed = node.omitted() ? Optional.of(false) : changed(decision);
    if (changed.isEmpty()) {
      ended(node, branch.unknown(decision), run.now());
      return;
    }
    if (!changed.get()) {
      node.omit();
    }
    run.agenda.ended(node);
  }

  private Optional<Boolean> changed(Step.IfChanged decision) {
    try {
      return branch.changed(decision);
    } catch (DiagnosticException unknown) {
      return Optional.empty();
    }
  }

  private void whole(Node node) {
    Instant start = run.now();
    if (node.step.calls().isEmpty()) {
      run.begin(node.step.key());
    }
    StepEnd end = attempted(node);
    if (end instanceof StepEnd.Failed failed
        && interrupted(failed)
        && !run.begun(node.step.key())) {
      run.agenda.dropped();
      return;
    }
    run.begin(node.step.key());
    ended(node, end, start);
  }

  private static boolean interrupted(StepEnd.Failed end) {
    return end.failure().code().equals(Failures.INTERRUPTED);
  }

  /// An expression that fails, fails its step.
  private StepEnd attempted(Node node) {
    try {
      return steps.carryOut(node.step, node.height);
    } catch (DiagnosticException problem) {
      Diagnostic first = problem.diagnostics().getFirst();
      return new StepEnd.Failed(null, Failures.of(node.step.key().toString(), first), false);
    }
  }

  private void ended(Node node, StepEnd end, Instant start) {
    long millis = Duration.between(start, run.now()).toMillis();
    switch (end) {
      case StepEnd.Well well -> {
        run.ledger.done(node.step.key());
        run.tell(new Event.Ended(node.step.key(), well.id(), null, millis));
        run.agenda.ended(node);
      }
      case StepEnd.Failed failed -> {
        run.ledger.failed(node.step.key(), failed.failure());
        if (failed.undecided()) {
          run.ledger.undecided(node.step.key());
        }
        run.tell(new Event.Ended(node.step.key(), failed.id(), failed.failure(), millis));
        run.agenda.failed(
            node,
            (step, because) -> {
              run.ledger.skipped(step, because);
              run.tell(new Event.Skipped(step, because));
            });
      }
    }
  }
}
