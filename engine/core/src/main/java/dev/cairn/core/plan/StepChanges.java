package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.value.Value;
import dev.cairn.core.plan.order.StepKinds;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people read of a plan that was kept in a file: told from its steps, which the digest
/// covers, and from what is recorded and observed now, which the plan's readings are held against.
/// Nothing else of a file is shown, so that it cannot say one thing and do another.
///
/// What is done and what differs are the steps' own; a reason is told where it is found again, and
/// without its line in a file, which no digest covers.
public final class StepChanges {
  private final Catalog catalog;
  private final PlanInput input;
  private final UnaryOperator<Value> reveal;
  private final Decisions decisions;

  /// @param reveal finds the secrets in a value of the file
  public StepChanges(Catalog catalog, PlanInput input, UnaryOperator<Value> reveal) {
    this.catalog = catalog;
    this.input = input;
    this.reveal = reveal;
    this.decisions = new Decisions(input, new TreeMap<>(), catalog, new ArrayList<>());
  }

  /// @param changes one for each resource that the steps are about
  /// @param unchanged how many resources they leave alone
  public record Told(List<Change> changes, int unchanged) {
    public Told {
      changes = List.copyOf(changes);
    }
  }

  /// Empty where steps say neither what they change nor why.
  public Optional<Told> of(List<Step> steps) {
    SortedMap<Address, StepGroup> groups = StepGroup.of(steps);
    steps.forEach(step -> decide(groups.get(step.key().address())));
    groups.values().forEach(this::decide);
    groups.forEach((address, group) -> follow(draft(group), group));
    input.records().values().stream()
        .filter(record -> !groups.containsKey(record.address()))
        .forEach(decisions::stays);
    Dependants.widen(decisions.drafts);
    return groups.keySet().stream().map(decisions.drafts::get).anyMatch(StepChanges::silent)
        ? Optional.empty()
        : Optional.of(told(steps, groups));
  }

  private Told told(List<Step> steps, SortedMap<Address, StepGroup> groups) {
    Changes changes = new Changes(decisions.drafts, new DataLoss(catalog).of(steps));
    return new Told(
        changes.all().stream().map(change -> ordered(change, groups)).toList(),
        changes.unchanged());
  }

  private static Change ordered(Change change, SortedMap<Address, StepGroup> groups) {
    StepGroup group = groups.get(change.address());
    return new Change(
        change.address(),
        change.type(),
        change.action(),
        change.differences(),
        change.reasons(),
        change.impact(),
        change.reaches(),
        group == null ? change.createFirst() : group.createFirst(),
        change.reversible());
  }

  private void decide(@Nullable StepGroup group) {
    if (group == null || decisions.drafts.containsKey(group.address())) {
      return;
    }
    Desired desired = group.desired().map(this::shown).orElse(null);
    if (desired != null) {
      decisions.decide(desired, Map.of());
      decisions.settle(desired, Map.of());
    }
  }

  private Desired shown(Desired desired) {
    return new Desired(
        desired.address(),
        desired.type(),
        desired.scope(),
        (Value.Fields) reveal.apply(desired.attributes()),
        desired.set(),
        desired.compare(),
        shown(desired.lifecycle()),
        desired.dependsOn(),
        desired.adoptBy(),
        desired.timeouts(),
        null,
        new TreeMap<>());
  }

  private Lifecycle shown(Lifecycle lifecycle) {
    return new Lifecycle(
        lifecycle.protect(),
        lifecycle.retain(),
        lifecycle.createBeforeDelete(),
        lifecycle.update(),
        (Value.Items) reveal.apply(lifecycle.replaceOn()));
  }

  private Draft draft(StepGroup group) {
    Draft decided = decisions.drafts.get(group.address());
    if (decided != null) {
      return decided;
    }
    return decisions.gone(group.recorded());
  }

  /// What the steps say is so, whatever a decision of now would be.
  private static void follow(Draft draft, StepGroup group) {
    Verdict verdict = group.verdict();
    if (draft.verdict != verdict) {
      draft.verdict = verdict;
      draft.reasons.clear();
      draft.notes.clear();
      if (verdict == Verdict.REPLACE) {
        draft.reasons.add(new Reason.Requested("--replace"));
      }
    }
    if (verdict == Verdict.UPDATE) {
      update(draft, group);
    } else if (verdict == Verdict.AMEND) {
      group.amend().ifPresent(amend -> Amendment.tell(draft, amend));
    }
  }

  private static void update(Draft draft, StepGroup group) {
    replace(draft.differences, group.differences(StepKinds.UPDATE));
    replace(draft.settling, group.differences(StepKinds.SETTLE));
    SortedSet<Path> paths =
        group.updates().stream()
            .flatMap(update -> update.differences().stream())
            .map(Difference::path)
            .collect(Collectors.toCollection(TreeSet::new));
    draft.notes.forEach(note -> paths.add(note.difference().path()));
    draft.reasons.removeIf(reason -> path(reason).filter(one -> !paths.contains(one)).isPresent());
  }

  private static void replace(List<Difference> shown, List<Difference> done) {
    shown.clear();
    shown.addAll(done);
  }

  private static Optional<Path> path(Reason reason) {
    return switch (reason) {
      case Reason.Edited edited -> Optional.of(edited.path());
      case Reason.Unset unset -> Optional.of(unset.path());
      case Reason.Released released -> Optional.of(released.path());
      case Reason.CreationOnly edited -> Optional.of(edited.path());
      case Reason.Drifted drifted -> Optional.of(drifted.path());
      case Reason.DriftedOutput drifted -> Optional.of(drifted.path());
      case Reason.TargetReplaced replaced -> Optional.of(replaced.path());
      case Reason.TargetAdded added -> Optional.of(added.path());
      case Reason.Unrecorded unrecorded -> Optional.of(unrecorded.path());
      case Reason.Added _, Reason.Removed _, Reason.Destroyed _, Reason.Missing _ ->
          Optional.empty();
      case Reason.Unfinished _, Reason.Requested _ -> Optional.empty();
      case Reason.Unread _, Reason.Waits _ -> Optional.empty();
    };
  }

  private static boolean silent(Draft draft) {
    return draft.reasons.isEmpty()
        && draft.differences.isEmpty()
        && draft.settling.isEmpty()
        && draft.notes.isEmpty()
        && draft.verdict != Verdict.CREATE
        && draft.verdict != Verdict.NO_OP;
  }
}
