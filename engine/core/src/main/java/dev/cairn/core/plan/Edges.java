package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Recorded;
import dev.cairn.core.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each step waits for.
final class Edges {
  private final SortedMap<Address, Draft> drafts;
  private final Map<Address, List<Step>> steps;
  private final Map<Address, Integer> component = new HashMap<>();
  private final SortedMap<StepKey, SortedSet<StepKey>> waits = new TreeMap<>();

  Edges(SortedMap<Address, Draft> drafts, Map<Address, List<Step>> steps) {
    this.drafts = drafts;
    this.steps = steps;
    SortedMap<Address, SortedSet<Address>> all = new TreeMap<>();
    drafts.forEach((address, draft) -> {
      SortedSet<Address> both = new TreeSet<>(draft.waits);
      both.addAll(draft.settleWaits);
      all.put(address, both);
    });
    int number = 0;
    for (SortedSet<Address> members : Graph.of(all).components()) {
      for (Address member : members) {
        component.put(member, number);
      }
      number++;
    }
  }

  SortedMap<StepKey, SortedSet<StepKey>> derive() {
    steps.values().forEach(all -> all.forEach(step -> waits.put(step.key(), new TreeSet<>())));
    steps.forEach((address, all) -> own(all));
    drafts.values().forEach(this::upwards);
    drafts.values().forEach(this::downwards);
    return waits;
  }

  void wait(StepKey step, StepKey other) {
    SortedSet<StepKey> known = waits.get(step);
    if (known != null && waits.containsKey(other) && !step.equals(other)) {
      known.add(other);
    }
  }

  private List<StepKey> keys(Address address, String... kinds) {
    List<StepKey> found = new ArrayList<>();
    for (Step step : steps.getOrDefault(address, List.of())) {
      if (List.of(kinds).contains(step.key().kind())) {
        found.add(step.key());
      }
    }
    return found;
  }

  /// The order among the steps of one resource.
  private void own(List<Step> all) {
    if (all.isEmpty()) {
      return;
    }
    Address address = all.getFirst().key().address();
    Draft draft = drafts.get(address);
    boolean createFirst = draft != null && draft.createFirst();
    each(keys(address, Steps.SETTLE), keys(address, Steps.CREATE, Steps.UPDATE));
    each(keys(address, Steps.DELETE), keys(address, Steps.UNSETTLE));
    if (createFirst) {
      each(keys(address, Steps.DELETE), keys(address, Steps.CREATE, Steps.SETTLE));
    } else {
      each(keys(address, Steps.CREATE), keys(address, Steps.DELETE));
    }
  }

  private void each(List<StepKey> later, List<StepKey> earlier) {
    later.forEach(step -> earlier.forEach(other -> wait(step, other)));
  }

  /// What a resource refers to is there before it is made or changed.
  private void upwards(Draft draft) {
    List<StepKey> first = keys(draft.address, Steps.CREATE, Steps.UPDATE, Steps.RECORD);
    for (Address target : draft.waits) {
      each(first, ready(draft.address, target));
      each(keys(draft.address, Steps.SETTLE), ready(draft.address, target));
    }
    for (Address target : draft.settleWaits) {
      each(keys(draft.address, Steps.SETTLE), ready(draft.address, target));
    }
  }

  /// The steps after which a target can be used: all of them, or within a cycle only its creation.
  private List<StepKey> ready(Address user, Address target) {
    boolean together = java.util.Objects.equals(component.get(user), component.get(target));
    return together
        ? keys(target, Steps.CREATE, Steps.UPDATE)
        : keys(target, Steps.CREATE, Steps.UPDATE, Steps.SETTLE, "read");
  }

  /// What refers to an object is deleted, or no longer refers to it, before the object is deleted.
  private void downwards(Draft user) {
    Recorded record = user.record;
    if (record == null) {
      return;
    }
    for (Address target : record.dependsOn()) {
      Draft held = drafts.get(target);
      if (held == null || !held.verdict.deletes()) {
        continue;
      }
      List<StepKey> deletions = keys(target, Steps.DELETE);
      boolean together = user.verdict.deletes() && Dependants.mutual(record, held);
      each(deletions, keys(user.address, together ? Steps.UNSETTLE : Steps.DELETE));
      if (held.verdict == Verdict.DELETE || held.createFirst()) {
        each(deletions, keys(user.address, Steps.UPDATE, Steps.SETTLE));
        if (user.createFirst()) {
          each(deletions, keys(user.address, Steps.CREATE));
        }
      }
    }
  }
}
