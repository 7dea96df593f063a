package dev.cairn.core.apply;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Uid;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Journal;
import dev.cairn.api.state.Journal.Entry;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied.End;
import dev.cairn.core.time.Awaited;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Finds out what a run that died has brought about: from its journal, and by looking for what was
/// sent and never answered. It sends nothing; the plan that follows finishes what is left.
public final class Recovery {
  private static final int LOOKS_AT_ONCE = 32;

  private final Means means;

  public Recovery(Means means) {
    this.means = means;
  }

  /// @param journal of the dead run; without a single entry where it was lost with the machine's
  ///   disk
  /// @param lost whether the journal was lost: then every creation may have been sent
  /// @return the records as they are; its `undecided` steps could not be resolved, its `failures`
  ///   say why
  public Applied recover(Intent intent, Journal journal, boolean lost, Cancellation cancellation) {
    Run run = new Run(means, intent, journal, Claim.ALONE, cancellation);
    Traces traces = Traces.of(journal.entries(), lost);
    for (Entry entry : journal.entries()) {
      fold(run, entry);
    }
    List<Step.Create> open =
        run.numbering.steps().stream()
            .filter(step -> step instanceof Step.Create)
            .map(Step.Create.class::cast)
            .filter(step -> traces.open(run.numbering.operation(intent.run(), step.key())))
            .toList();
    resolve(run, traces, open);
    return run.ledger.applied(End.FINISHED, List.of());
  }

  private static void fold(Run run, Entry entry) {
    switch (entry) {
      case Entry.Done done -> done(run, done);
      case Entry.Learned learned -> {
        run.ledger.learn(learned.step(), learned.content());
        run.ledger.publish(learned.step().address(), learned.content().fields(Pinned.OUTPUTS));
      }
      case Entry.Begun ignored -> {}
      case Entry.Ended ignored -> {}
      case Entry.Turned ignored -> {}
    }
  }

  private static void done(Run run, Entry.Done done) {
    Recorded after = done.after();
    if (run.numbering.step(done.operation()).orElse(null) instanceof Step.Amend amend) {
      Recorded before = amend.before();
      if (before != null && (after == null || !before.address().equals(after.address()))) {
        run.ledger.leave(before.address());
      }
    } else if (after == null) {
      run.ledger.record(done.step().address(), null);
    }
    if (after != null) {
      run.ledger.record(after.address(), after);
      after.current().ifPresent(object -> run.ledger.publish(after.address(), object.attributes()));
    }
    run.ledger.done(done.step());
  }

  private static void resolve(Run run, Traces traces, List<Step.Create> open) {
    if (open.isEmpty()) {
      return;
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(LOOKS_AT_ONCE, open.size()))) {
      List<Future<?>> looks =
          open.stream()
              .<Future<?>>map(step -> pool.submit(() -> attempt(run, traces, step)))
              .toList();
      // What the engine itself cannot go on from is told as it is: a journal that takes no more.
      looks.forEach(look -> Awaited.result(look, "looking"));
    }
  }

  /// A look that cannot be made leaves its step undecided, with the cause.
  private static void attempt(Run run, Traces traces, Step.Create step) {
    try {
      resolve(run, traces, step);
    } catch (DiagnosticException problem) {
      undecided(run, step, Failures.of(step.key().toString(), problem.diagnostics().getFirst()));
    }
  }

  private static void undecided(Run run, Step.Create step, @Nullable Failure cause) {
    run.ledger.undecided(step.key());
    if (cause != null) {
      run.ledger.failed(step.key(), cause);
    }
  }

  private static void resolve(Run run, Traces traces, Step.Create step) {
    OperationId operation = run.numbering.operation(run.intent.run(), step.key());
    Reply.Done made = traces.made(operation).orElse(null);
    if (made != null) {
      record(run, step, made, traces.told(operation), List.of());
      return;
    }
    Desired desired = new Steps(run).resolvedKnown(step.key(), step.desired());
    if (!desired.scope().settings().known() || step.calls().isEmpty()) {
      return;
    }
    int making = making(step.calls());
    switch (look(run, step, desired, making)) {
      case Lookout.Sight.Found found -> {
        Reply.Done answer = new Reply.Done(found.first().id(), found.first().attributes());
        run.journal.end(operation, making, answer);
        record(run, step, answer, Value.Fields.EMPTY, found.others());
      }
      case Lookout.Sight.Nothing ignored -> {}
      case Lookout.Sight.Unclear unclear -> undecided(run, step, unclear.last());
    }
  }

  /// Which of a creation's calls makes the object.
  private static int making(List<Call> calls) {
    int call = 0;
    while (call < calls.size() - 1 && calls.get(call).supply() != null) {
      call++;
    }
    return call;
  }

  private static Lookout.Sight look(Run run, Step.Create step, Desired desired, int making) {
    Repeat repeat = step.calls().get(making).repeat();
    if (repeat == Repeat.SAFE) {
      return new Lookout.Sight.Nothing();
    }
    Work work = work(run, step, desired);
    return new Lookout(run, work).look(work.target(null, desired.attributes(), making), repeat);
  }

  private static Work work(Run run, Step.Create step, Desired desired) {
    return new Steps(run)
        .work(
            step,
            Action.CREATE,
            desired.type(),
            desired.scope(),
            run.records.uid(step.key().address(), base(run, step)),
            desired.timeouts().create(),
            0);
  }

  private static @Nullable Recorded base(Run run, Step.Create step) {
    return run.ledger.base(step.key().address(), step.before()).orElse(null);
  }

  private static void record(
      Run run, Step.Create step, Reply.Done made, Value.Fields told, List<Found> strays) {
    Desired desired = new Steps(run).resolvedKnown(step.key(), step.desired());
    String id = Objects.requireNonNull(made.id());
    Value.Fields attributes =
        desired.attributes().with(made.attributes()).with(told).with("id", Value.text(id));
    OperationId operation = run.numbering.operation(run.intent.run(), step.key());
    RemoteObject object =
        new RemoteObject(
            Role.CURRENT, id, desired.scope(), operation, attributes, desired.set(), false);
    Uid uid = run.records.uid(step.key().address(), base(run, step));
    run.created(operation, step, uid, desired, object, strays);
  }
}
