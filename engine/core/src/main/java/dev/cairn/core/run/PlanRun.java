package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.api.value.Value;
import dev.cairn.codec.PlanDigest;
import dev.cairn.codec.PlanFormat;
import dev.cairn.core.plan.PlanInput;
import dev.cairn.core.plan.Planner;
import dev.cairn.core.plan.Proposal;
import dev.cairn.core.plan.Refusals;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.refresh.Refresh;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a plan: reads the state and reality, changes nothing.
public final class PlanRun {
  private final Services services;

  public PlanRun(Services services) {
    this.services = services;
  }

  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the state cannot be read
  public Planned plan(RunRequest request) {
    try (Sessions sessions = new Sessions(services.catalog(), services.events())) {
      return plan(request, sessions);
    }
  }

  Planned plan(RunRequest request, Sessions sessions) {
    return plan(request, services.state(request), sessions);
  }

  private Planned plan(RunRequest request, StackState state, Sessions sessions) {
    List<Diagnostic> diagnostics =
        new ArrayList<>(state.open().stream().map(Problems::open).toList());
    diagnostics.forEach(open -> services.events().accept(new Event.Noticed(open)));
    services.phase("reading", state.records().size() + " resources");
    AskedLookups answers = new AskedLookups(request, state);
    if (!request.destroy()) {
      diagnostics.addAll(answers.ask(services, sessions));
    }
    SortedMap<Address, List<Observed>> observed = observe(request, state, answers, sessions);
    services.phase("planning", request.stack().name());
    Proposal proposal = propose(request, state, answers, observed, sessions);
    diagnostics.addAll(proposal.diagnostics());
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      proposal = proposal.with(new Supplies(sessions).decided(proposal.steps()));
    }
    diagnostics.addAll(
        new Refusals(services.catalog()).lossesToCome(proposal.steps(), request.acceptDataLoss()));
    diagnostics.addAll(new Abilities(services.catalog(), sessions).lacking(proposal.steps()));
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      diagnostics.addAll(new Orphans(services, request, state, sessions).find(proposal.steps()));
    }
    PlanHeader header = header(request, state, proposal, sessions);
    Plan plan = plan(header, proposal, diagnostics, new OpenRuns(services, state.paths()), state);
    return new Planned(plan, state, observed);
  }

  /// What there is of all that is recorded, on hosts as the stack reaches them now.
  SortedMap<Address, List<Observed>> observe(
      RunRequest request, StackState state, AskedLookups answers, Sessions sessions) {
    return new Refresh(sessions, services.time(), services.events(), request.stack()::compare)
        .read(
            state.records().values(),
            soFar ->
                new Planner(services.catalog())
                    .hosts(input(services, request, state, answers, soFar, accounts(sessions))));
  }

  /// What the planner makes of a state and of what was found.
  Proposal propose(
      RunRequest request,
      StackState state,
      AskedLookups answers,
      SortedMap<Address, List<Observed>> observed,
      Sessions sessions) {
    return new Planner(services.catalog())
        .plan(input(services, request, state, answers, observed, accounts(sessions)));
  }

  private static PlanInput.Accounts accounts(Sessions sessions) {
    return scope ->
        sessions.in(scope).identity() instanceof Answer.Given(Value.Fields outputs)
            ? outputs.text("account")
            : Optional.empty();
  }

  static PlanInput input(
      Services services,
      RunRequest request,
      StackState state,
      AskedLookups answers,
      SortedMap<Address, List<Observed>> observed,
      PlanInput.Accounts accounts) {
    return new PlanInput(
        request.stack(),
        !request.destroy(),
        state.records(),
        observed,
        new TreeMap<>(answers.pins()),
        answers,
        services.inputs(),
        state.outputs(),
        request.allowUnknown(),
        request.replace(),
        accounts,
        services.seal());
  }

  private Plan plan(
      PlanHeader header,
      Proposal proposal,
      List<Diagnostic> diagnostics,
      OpenRuns runs,
      StackState state) {
    Plan bare =
        new Plan(
            header,
            proposal.steps(),
            proposal.changes(),
            proposal.unchanged(),
            proposal.outputs(),
            proposal.reads(),
            diagnostics,
            new Approval.Preview("not yet digested"));
    return new Plan(
        bare.header(),
        bare.steps(),
        bare.changes(),
        bare.unchanged(),
        bare.outputs(),
        bare.reads(),
        bare.diagnostics(),
        state.open().stream()
            .filter(intent -> runs.unsettles(intent, bare))
            .findFirst()
            .<Approval>map(intent -> new Approval.Preview("run " + intent.run() + " has not ended"))
            .orElseGet(() -> PlanDigest.of(bare, services.key())));
  }

  private PlanHeader header(
      RunRequest request, StackState state, Proposal proposal, Sessions sessions) {
    Revision revision = state.revision();
    Set<Scope> scopes = new LinkedHashSet<>(proposal.scopes());
    scopes.addAll(Accounts.scopes(proposal.steps()));
    return new PlanHeader(
        PlanFormat.FORMAT,
        request.stack().name(),
        request.environment(),
        request.lineage(),
        revision == null ? null : revision.id(),
        services.source().commit().orElse(null),
        request.options(),
        Accounts.of(scopes, sessions));
  }
}
