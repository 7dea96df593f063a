package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Impact;
import dev.cairn.core.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What people read of a plan: one change for each resource that is not as it should be.
final class Changes {
  private final SortedMap<Address, Draft> drafts;
  private final SortedSet<Address> losing;
  private final Graph<Address> users;

  /// @param losing whose data the steps lose
  Changes(SortedMap<Address, Draft> drafts, SortedSet<Address> losing) {
    this.drafts = drafts;
    this.losing = losing;
    SortedMap<Address, SortedSet<Address>> waits = new TreeMap<>();
    drafts.forEach((address, draft) -> {
      SortedSet<Address> all = new TreeSet<>(draft.waits);
      all.addAll(draft.settleWaits);
      waits.put(address, all);
    });
    this.users = Graph.of(waits);
  }

  List<Change> all() {
    return drafts.values().stream().flatMap(draft -> of(draft).stream()).toList();
  }

  int unchanged() {
    return (int) drafts.values().stream().filter(draft -> draft.verdict == Verdict.NO_OP).count();
  }

  private Optional<Change> of(Draft draft) {
    return action(draft).map(action -> explained(change(draft, action)));
  }

  private Change change(Draft draft, Action action) {
    Impact impact = impact(draft);
    boolean felt = impact.compareTo(Impact.RESTART) >= 0 && action != Action.CREATE;
    return new Change(
        draft.address,
        draft.record != null && draft.desired == null ? draft.record.type() : draft.schema.type(),
        action,
        differences(draft),
        reasons(draft),
        impact,
        felt ? users.behind(draft.address) : new TreeSet<>(),
        draft.createFirst(),
        impact != Impact.DATA_LOSS);
  }

  /// A change that says neither what nor why is a mistake of this planner, and no plan.
  private static Change explained(Change change) {
    if (change.differences().isEmpty() && change.reasons().isEmpty()) {
      throw new IllegalStateException(
          "a change of " + change.address() + " without a difference and without a reason");
    }
    return change;
  }

  private static List<Reason> reasons(Draft draft) {
    return draft.verdict == Verdict.NO_OP ? List.of(new Reason.Unfinished()) : draft.reasons;
  }

  /// What is done with a resource, as people see it; empty where nothing is.
  static Optional<Action> action(Draft draft) {
    return switch (draft.verdict) {
      case CREATE -> Optional.of(Action.CREATE);
      case UPDATE -> Optional.of(Action.UPDATE);
      case REPLACE -> Optional.of(Action.REPLACE);
      case DELETE -> Optional.of(Action.DELETE);
      case FORGET -> Optional.of(Action.FORGET);
      case AMEND -> Optional.of(draft.releases() ? Action.RELEASE : Action.UPDATE);
      case NO_OP -> leftover(draft) ? Optional.of(Action.DELETE) : Optional.empty();
      case UNKNOWN -> Optional.of(Action.UNREAD);
      case BLOCKED -> Optional.of(Action.WAIT);
    };
  }

  private static boolean leftover(Draft draft) {
    return draft.observed.size() > 1;
  }

  private static List<Difference> differences(Draft draft) {
    List<Difference> all = new ArrayList<>();
    if (created(draft) && draft.desired != null) {
      draft
          .desired
          .set()
          .forEach(path ->
              all.add(
                  new Difference(path, null, draft.desired.attributes().at(path).orElse(null))));
      return all;
    }
    all.addAll(draft.differences);
    if (draft.verdict != Verdict.REPLACE) {
      all.addAll(draft.settling);
    }
    draft.notes.forEach(note -> all.add(note.difference()));
    return all;
  }

  /// Whether it is new, be it that it waits.
  private static boolean created(Draft draft) {
    return draft.verdict == Verdict.CREATE
        || draft.reasons.stream()
            .anyMatch(
                reason -> reason instanceof Reason.Waits waits && waits.action() == Action.CREATE);
  }

  private Impact impact(Draft draft) {
    if (losing.contains(draft.address)) {
      return Impact.DATA_LOSS;
    }
    return switch (draft.verdict) {
      case CREATE, FORGET, AMEND, NO_OP, UNKNOWN, BLOCKED -> Impact.NONE;
      case DELETE -> Impact.CONNECTION_LOSS;
      case REPLACE -> Impact.REPLACE;
      case UPDATE -> updating(draft);
    };
  }

  private static Impact updating(Draft draft) {
    Impact worst = Impact.NONE;
    List<Difference> all = new ArrayList<>(draft.differences);
    all.addAll(draft.settling);
    for (Difference difference : all) {
      Impact one =
          draft.schema.at(difference.path()).map(Attribute::impact).orElse(Impact.IN_PLACE);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }
}
