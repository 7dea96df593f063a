package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Digests;
import dev.cairn.codec.Seal;
import dev.cairn.core.expand.Account;
import dev.cairn.core.expand.Expanded;
import dev.cairn.core.expand.Expander;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.graph.Graph;
import dev.cairn.core.plan.order.Order;
import dev.cairn.core.plan.order.Part;
import dev.cairn.core.plan.order.Succession;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a plan from what is desired, recorded and observed. Pure: the same input gives the same
/// plan.
public final class Planner {
  private final Catalog catalog;

  public Planner(Catalog catalog) {
    this.catalog = catalog;
  }

  /// What refuses the first plan of a stack, whatever the world is like. What depends on the answer
  /// of a lookup is passed over.
  public List<Diagnostic> wrong(Stack stack, Inputs inputs) {
    PlanInput nothing =
        new PlanInput(
            stack,
            true,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            (lookup, arguments) -> Optional.empty(),
            inputs,
            Value.Fields.EMPTY,
            new TreeSet<>(),
            new TreeSet<>(),
            PlanInput.Accounts.ONE,
            Seal.MARK);
    return plan(nothing, true, new TreeMap<>()).diagnostics();
  }

  /// How the hosts of the stack are reached now, as far as it follows from what has been read so
  /// far.
  public SortedMap<Address, Scope> hosts(PlanInput input) {
    return Expander.hosts(
        input.stack(),
        catalog,
        input.inputs(),
        input.answers(),
        new Decisions(input, new TreeMap<>(), catalog, new ArrayList<>()));
  }

  public Proposal plan(PlanInput input) {
    return plan(input, false, new TreeMap<>());
  }

  /// @param tolerant whether what is not known yet refuses nothing
  /// @param following the resources that are replaced because of what they hold, and why
  private Proposal plan(PlanInput input, boolean tolerant, SortedMap<Address, Reason> following) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Decisions decisions = new Decisions(input, following, catalog, diagnostics);
    Expanded expanded =
        input.desired()
            ? Expander.expand(
                input.stack(), catalog, input.inputs(), input.answers(), decisions, tolerant)
            : nothing();
    diagnostics.addAll(expanded.diagnostics());
    boolean complete = expanded.diagnostics().stream().noneMatch(Diagnostic::isError);
    if (complete) {
      decisions.orphans();
    }
    SortedMap<Address, Draft> drafts = decisions.drafts;
    Dependants.widen(drafts);
    Holds holds = new Holds(drafts);
    holds.link();
    SortedMap<Address, Reason> further = holds.following();
    if (!further.isEmpty()) {
      further.putAll(following);
      return plan(input, tolerant, further);
    }
    holds.record();
    Waiting.hold(drafts);
    diagnostics.addAll(new Unread(drafts, input.allowUnknown(), expanded.accounts()).diagnostics());
    SortedMap<Address, Part> parts = new Parts(catalog).of(drafts);
    Succession succession = Succession.of(parts);
    drafts.forEach((address, draft) -> draft.firstFor = succession.first().get(address));
    if (!tolerant) {
      diagnostics.addAll(new Refusals(catalog).of(drafts.values()));
    }
    List<Step> steps =
        complete ? steps(input, expanded, drafts, parts, succession, diagnostics) : List.of();
    steps.forEach(step -> SecretsInCalls.of(step).ifPresent(diagnostics::add));
    Changes changes = new Changes(drafts, new DataLoss(catalog).of(steps));
    return new Proposal(
        steps,
        changes.all(),
        changes.unchanged(),
        expanded.outputs(),
        reads(input),
        expanded.accounts().stream().map(Account::scope).toList(),
        diagnostics);
  }

  private static Expanded nothing() {
    return new Expanded(Value.Fields.EMPTY, new TreeSet<>(), new TreeMap<>(), List.of(), List.of());
  }

  private List<Step> steps(
      PlanInput input,
      Expanded expanded,
      SortedMap<Address, Draft> drafts,
      SortedMap<Address, Part> parts,
      Succession succession,
      List<Diagnostic> diagnostics) {
    Steps maker = new Steps(catalog, drafts, succession, diagnostics);
    Map<Address, List<Step>> byAddress = new HashMap<>();
    drafts.forEach((address, draft) -> byAddress.put(address, maker.of(draft)));
    StackSteps.of(input, expanded, catalog)
        .forEach(step ->
            byAddress.computeIfAbsent(step.key().address(), _ -> new ArrayList<>()).add(step));
    List<StepKey> keys = byAddress.values().stream().flatMap(List::stream).map(Step::key).toList();
    Order order = Order.of(parts, succession, keys);
    parts.values().forEach(part -> diagnostics.addAll(stuck(part, drafts)));
    order.clashes().forEach(clash -> diagnostics.add(Problems.clash(clash, drafts)));
    StackSteps.wait(expanded, byAddress, order);
    SortedMap<StepKey, SortedSet<StepKey>> waits = order.waits();
    Graph<StepKey> graph = Graph.of(waits);
    graph
        .cycle()
        .ifPresent(cycle ->
            diagnostics.add(Problems.cyclic(cycle, drafts.get(cycle.getFirst().address()))));
    Map<StepKey, Step> byKey = new HashMap<>();
    byAddress.values().forEach(all -> all.forEach(step -> byKey.put(step.key(), step)));
    List<Step> ordered = new ArrayList<>();
    for (StepKey key : graph.order()) {
      Step step = byKey.get(key);
      if (step != null) {
        ordered.add(Waits.with(step, waits.getOrDefault(key, new TreeSet<>())));
      }
    }
    return ordered;
  }

  /// What cannot go as something refers to it that this plan leaves as it is.
  private static List<Diagnostic> stuck(Part part, SortedMap<Address, Draft> drafts) {
    Draft user = drafts.get(part.address());
    return user == null || !user.verdict.carriedOut()
        ? List.of()
        : part.keeps().stream()
            .map(target -> Problems.stuck(user, Objects.requireNonNull(drafts.get(target))))
            .toList();
  }

  private static SortedMap<Address, ContentId> reads(PlanInput input) {
    SortedMap<Address, ContentId> reads = new TreeMap<>();
    input.observed().forEach((address, all) -> reads.put(address, Digests.ofReadings(all)));
    return reads;
  }
}
