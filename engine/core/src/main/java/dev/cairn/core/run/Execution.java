package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Journal;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.apply.Applied.End;
import dev.cairn.core.apply.Applier;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.apply.Claim;
import dev.cairn.core.apply.Means;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.refresh.Refresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries out an approved plan: intent, progress, outcome, and a look at what has become of it.
final class Execution {
  private final Services services;
  private final RunRequest request;
  private final Means means;
  private final Sessions sessions;
  private final Cancellation cancellation;
  private final StateCommits commits;
  private final Publication publication;

  Execution(
      Services services,
      RunRequest request,
      Means means,
      Sessions sessions,
      Cancellation cancellation) {
    this.services = services;
    this.request = request;
    this.means = means;
    this.sessions = sessions;
    this.cancellation = cancellation;
    this.commits = new StateCommits(request.paths(), services.seal());
    this.publication = new Publication(services.store(), services.time(), services.random());
  }

  Finished execute(Planned planned, List<Diagnostic> notices) {
    Intent intent = new Intents(services).of(planned.plan());
    try (Journal journal = services.journals().open(intent.run())) {
      Finished refused = announce(intent, planned);
      if (refused != null) {
        services.journals().discard(intent.run());
        return refused;
      }
      services.phase("applying", planned.plan().steps().size() + " steps");
      Applied applied = new Applier(means).apply(intent, journal, Claim.ALONE, cancellation);
      return conclude(intent, applied, planned, notices);
    }
  }

  /// Publishes the intent; says why not where somebody else was first.
  private @Nullable Finished announce(Intent intent, Planned planned) {
    Revision before = planned.state().revision();
    try {
      publication.publish(
          before,
          head -> {
            if (!Objects.equals(head, before)) {
              hold(before, head);
            }
            return commits.intent(intent, services.store(), head, services.file());
          });
      return null;
    } catch (Changed changed) {
      return Finished.before(
          changed.outcome, Optional.of(planned.plan()), List.of(changed.problem));
    }
  }

  /// The head has moved: that is nothing to us unless our own stack has.
  private void hold(@Nullable Revision before, @Nullable Revision head) {
    if (head == null) {
      throw new Changed(Outcome.STALE, Problems.moved("the state"));
    }
    List<Intent> open = StackState.open(services.store(), head, request.paths(), services.seal());
    if (!open.isEmpty()) {
      throw new Changed(Outcome.CLAIMED, Problems.claimed(open.getFirst(), true));
    }
    NameOwner.refusal(
            NameOwner.of(services.store(), head, request.paths()),
            services.file(),
            request.stack().name())
        .ifPresent(taken -> {
          throw new Changed(Outcome.FAILED, taken);
        });
    String home = request.paths().home();
    boolean same =
        before == null
            ? services.store().list(head, home).isEmpty()
            : services.store().list(before, home).equals(services.store().list(head, home));
    if (!same) {
      throw new Changed(Outcome.STALE, Problems.moved("the state of this stack"));
    }
  }

  /// Ends a publication that must not go on.
  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Outcome outcome;
    private final transient Diagnostic problem;

    Changed(Outcome outcome, Diagnostic problem) {
      super(problem.summary());
      this.outcome = outcome;
      this.problem = problem;
    }
  }

  private Finished conclude(
      Intent intent, Applied applied, Planned planned, List<Diagnostic> notices) {
    boolean ends = applied.undecided().isEmpty();
    StackState state = planned.state().after(applied);
    publication.conclude(commits, intent, applied, state);
    List<Diagnostic> problems = new ArrayList<>(problems(planned.plan(), applied));
    if (applied.well()) {
      services.phase("verifying", applied.records().size() + " resources");
      problems.addAll(verify(applied, planned, state));
    }
    if (ends) {
      services.journals().discard(intent.run());
    }
    List<Diagnostic> all = new ArrayList<>(notices);
    all.addAll(problems);
    return new Finished(
        outcome(applied, problems),
        Optional.of(planned.plan()),
        Optional.of(applied),
        Optional.of(intent.run()),
        state.outputs(),
        all);
  }

  private List<Diagnostic> verify(Applied applied, Planned planned, StackState state) {
    PlanRun plans = new PlanRun(services);
    RunRequest rest = request.once();
    AskedLookups answers = new AskedLookups(rest, state);
    Refresh refresh =
        new Refresh(sessions, services.time(), services.events(), request.stack()::compare);
    return new Verification(refresh, services.time(), cancellation)
        .verify(
            applied,
            state,
            planned.observed(),
            observed -> plans.propose(rest, state, answers, observed, sessions).changes());
  }

  private static Outcome outcome(Applied applied, List<Diagnostic> problems) {
    if (applied.end() == End.DRAINED || applied.end() == End.ABORTED) {
      return Outcome.INTERRUPTED;
    }
    return problems.isEmpty() ? Outcome.DONE : Outcome.FAILED;
  }

  private static List<Diagnostic> problems(Plan plan, Applied applied) {
    List<Diagnostic> problems = new ArrayList<>();
    applied.failures().forEach((step, failure) -> problems.add(Problems.failed(step, failure)));
    applied.strays().forEach(address -> problems.add(Problems.stray(address)));
    applied.undecided().forEach(step -> problems.add(Problems.undecided(step, null)));
    Halfway.of(plan, applied).forEach(address -> problems.add(Problems.down(address)));
    switch (applied.end()) {
      case EXPIRED -> problems.add(Problems.expired());
      case DRAINED, ABORTED -> problems.add(Problems.interrupted(applied.notStarted().size()));
      case FINISHED, UNCLAIMED -> {}
    }
    return problems;
  }
}
