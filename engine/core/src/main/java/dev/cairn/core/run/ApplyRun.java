package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.apply.Means;
import dev.cairn.core.apply.Patience;
import dev.cairn.core.expression.Residuals;
import dev.cairn.core.plan.Refusals;
import dev.cairn.core.provider.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Applies a stack: recovers what died before, plans, asks, does, and looks whether it is done.
public final class ApplyRun {
  private final Services services;
  private final Patience patience;

  public ApplyRun(Services services) {
    this(services, Patience.STANDARD);
  }

  ApplyRun(Services services, Patience patience) {
    this.services = services;
    this.patience = patience;
  }

  /// Plans and applies.
  ///
  /// @param expected the digest that was approved; null where the approver alone decides
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the state cannot be read or written
  public Finished apply(
      RunRequest request, @Nullable String expected, Approver approver, Cancellation cancellation) {
    try (Sessions sessions = new Sessions(services.catalog(), services.events())) {
      List<Diagnostic> notices = new ArrayList<>();
      Finished blocked = prepare(request, sessions, cancellation, notices);
      if (blocked != null) {
        return blocked;
      }
      Planned planned = new PlanRun(services).plan(request, sessions);
      if (planned.refused()) {
        return stop(Outcome.FAILED, planned.plan(), planned.plan().diagnostics());
      }
      if (expected != null && !expected.equals(digest(planned.plan()))) {
        return stop(
            Outcome.STALE,
            planned.plan(),
            List.of(Problems.unexpected(expected, digest(planned.plan()))));
      }
      return go(request, planned, approver, sessions, cancellation, notices);
    }
  }

  /// Applies a plan that was made before, and nothing else: where it was made for something else or
  /// what it rests on has changed, it is refused.
  public Finished applyPlan(
      RunRequest request, Plan plan, Approver approver, Cancellation cancellation) {
    try (Sessions sessions = new Sessions(services.catalog(), services.events())) {
      List<Diagnostic> unfit = new PlanCheck(services).of(plan, request, sessions);
      if (!unfit.isEmpty()) {
        return unshown(Outcome.STALE, unfit);
      }
      List<Diagnostic> notices = new ArrayList<>();
      Finished blocked = prepare(request, sessions, cancellation, notices);
      if (blocked != null) {
        return blocked;
      }
      StackState state = services.state(request);
      if (lost(plan, state)) {
        return unshown(Outcome.FAILED, List.of(Problems.lostState(services.store().description())));
      }
      services.phase("reading", state.records().size() + " resources");
      SortedMap<Address, List<Observed>> observed =
          new PlanRun(services).observe(request, state, new AskedLookups(request, state), sessions);
      List<Diagnostic> stale =
          new ArrayList<>(Staleness.of(plan, state, observed, services.seal()));
      stale.addAll(SecretCheck.of(plan, services.inputs().secrets(), services.seal()));
      if (!stale.isEmpty()) {
        return unshown(Outcome.STALE, stale);
      }
      Planned kept = new Planned(plan, state, observed);
      Optional<Planned> told = new KeptPlan(services).told(kept, request);
      return told.isEmpty()
          ? unshown(Outcome.STALE, List.of(Problems.altered()))
          : go(request, told.get(), approver, sessions, cancellation, notices);
    }
  }

  /// Null where nothing stands in the way.
  private @Nullable Finished prepare(
      RunRequest request, Sessions sessions, Cancellation cancellation, List<Diagnostic> notices) {
    List<Diagnostic> dirty = new SourceCheck(services.source()).committed(request);
    if (!dirty.isEmpty()) {
      return Finished.before(Outcome.STALE, Optional.empty(), dirty);
    }
    OpenRuns open = new OpenRuns(services, request.paths());
    return switch (open.clear(services.state(request), means(sessions), cancellation)) {
      case OpenRuns.Cleared.Free free -> {
        notices.addAll(free.notices());
        yield null;
      }
      case OpenRuns.Cleared.Claimed claimed ->
          Finished.before(Outcome.CLAIMED, Optional.empty(), List.of(claimed.problem()));
      case OpenRuns.Cleared.Unresolved unresolved ->
          Finished.before(Outcome.FAILED, Optional.empty(), unresolved.problems());
    };
  }

  /// Whether the state no longer has the revision that the plan was made from.
  private boolean lost(Plan plan, StackState state) {
    String rested = plan.header().state();
    return rested != null
        && (state.revision() == null
            || !services.store().contains(state.revision(), new Revision(rested)));
  }

  private Finished go(
      RunRequest request,
      Planned planned,
      Approver approver,
      Sessions sessions,
      Cancellation cancellation,
      List<Diagnostic> notices) {
    Plan plan = planned.plan();
    List<Diagnostic> losses =
        new Refusals(services.catalog()).losses(plan.steps(), request.acceptDataLoss());
    if (!losses.isEmpty()) {
      return stop(Outcome.FAILED, plan, losses);
    }
    plan.diagnostics().stream().filter(found -> !found.isError()).forEach(notices::add);
    List<Diagnostic> behind =
        new SourceCheck(services.source()).current(plan, request.fromBehind());
    if (!behind.isEmpty()) {
      return stop(Outcome.STALE, plan, behind);
    }
    if (plan.empty()) {
      return new Finished(
          Outcome.DONE,
          Optional.of(plan),
          Optional.empty(),
          Optional.empty(),
          planned.state().outputs(),
          notices);
    }
    if (!approver.approves(planned)) {
      return stop(Outcome.DECLINED, plan, notices);
    }
    return new Execution(services, request, means(sessions), sessions, cancellation)
        .execute(planned, notices);
  }

  private Means means(Sessions sessions) {
    return new Means(
        services.catalog(),
        sessions,
        (value, finished) -> Residuals.advance(value, finished, services.inputs().secrets()),
        services.seal(),
        services.events(),
        services.time(),
        services.random(),
        patience);
  }

  private static String digest(Plan plan) {
    return switch (plan.approval()) {
      case Approval.Digest digest -> digest.sha256();
      case Approval.Preview preview -> "a preview, " + preview.because();
    };
  }

  /// A plan of a file that was not found to be what it says is not shown either.
  private static Finished unshown(Outcome outcome, List<Diagnostic> diagnostics) {
    return Finished.before(outcome, Optional.empty(), diagnostics);
  }

  private static Finished stop(Outcome outcome, Plan plan, List<Diagnostic> diagnostics) {
    return Finished.before(outcome, Optional.of(plan), diagnostics);
  }
}
