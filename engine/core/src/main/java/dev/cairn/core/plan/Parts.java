package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.expand.ExclusiveKey;
import dev.cairn.core.plan.order.Part;
import dev.cairn.core.plan.order.StepKinds;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The facts of a plan that the order of its steps follows from.
final class Parts {
  private final Catalog catalog;

  Parts(Catalog catalog) {
    this.catalog = catalog;
  }

  SortedMap<Address, Part> of(SortedMap<Address, Draft> drafts) {
    Targets going = new Targets();
    drafts.values().stream()
        .filter(draft -> draft.verdict.deletes())
        .forEach(draft ->
            draft.observed.stream()
                .filter(one -> goes(draft, one))
                .forEach(one ->
                    going.add(
                        draft.address, draft.recorded().type(), one.scope(), attributes(one))));
    SortedMap<Address, Part> parts = new TreeMap<>();
    drafts.forEach((address, draft) -> parts.put(address, of(draft, going)));
    return parts;
  }

  /// Whether a deletion is more than the record's: of an image that is kept it is not.
  private boolean goes(Draft draft, Observed one) {
    ResourceType type = catalog.type(draft.recorded().type()).orElseThrow();
    return !type.delete(attributes(one)).isEmpty();
  }

  private static Value.Fields attributes(Observed one) {
    Value.Fields recorded = one.object().attributes();
    return one.reading() instanceof Reading.Present present
        ? recorded.with(present.attributes())
        : recorded;
  }

  /// What the object of a resource holds on to of what goes.
  private SortedSet<Address> holdsOn(Draft draft, Targets going) {
    SortedSet<Address> held = new TreeSet<>();
    held(draft, going).values().forEach(held::addAll);
    held.remove(draft.address);
    return held;
  }

  private SortedMap<String, SortedSet<Address>> held(Draft draft, Targets going) {
    Observed current = draft.current();
    if (current == null || current.reading() instanceof Reading.Absent || going.isEmpty()) {
      return Collections.emptySortedMap();
    }
    TypeSchema schema = catalog.schema(draft.recorded().type()).orElseThrow();
    return going.heldBy(schema, current.scope(), attributes(current));
  }

  /// What of that it still holds on to through attributes that the plan leaves as they are.
  private SortedSet<Address> keeps(Draft draft, Targets going) {
    Observed current = draft.current();
    SortedSet<Address> kept = new TreeSet<>();
    if (current == null || draft.verdict.deletes() || draft.verdict.makes()) {
      return kept;
    }
    SortedSet<String> changed = new TreeSet<>();
    if (draft.verdict == Verdict.UPDATE) {
      Stream.concat(draft.differences.stream(), draft.settling.stream())
          .forEach(difference -> changed.add(difference.path().attribute()));
    }
    held(draft, going)
        .forEach((attribute, targets) -> {
          if (!changed.contains(attribute)) {
            kept.addAll(targets);
          }
        });
    kept.remove(draft.address);
    return kept;
  }

  /// What of that it can let go of by taking out what was set after its creation.
  private SortedSet<Address> releases(Draft draft, SortedSet<Address> refers, Targets going) {
    Observed current = draft.current();
    if (current == null || !draft.verdict.deletes()) {
      return Collections.emptySortedSet();
    }
    TypeSchema schema = catalog.schema(draft.recorded().type()).orElseThrow();
    Value.Fields there = attributes(current);
    if (Steps.phase(there, schema, Phase.SETTLE).fields().isEmpty()) {
      return Collections.emptySortedSet();
    }
    SortedSet<Address> releases = new TreeSet<>(refers);
    going
        .heldBy(schema, current.scope(), Steps.phase(there, schema, Phase.CREATE))
        .values()
        .forEach(releases::removeAll);
    return releases;
  }

  private Part of(Draft draft, Targets going) {
    Recorded record = draft.record;
    SortedSet<Address> holdsOn = holdsOn(draft, going);
    SortedSet<Address> refers = new TreeSet<>(holdsOn);
    if (record != null) {
      refers.addAll(record.dependsOn());
    }
    List<ExclusiveKey> wanted = wanted(draft);
    List<Part.Held> held = held(draft, wanted);
    return new Part(
        draft.address,
        draft.verdict.makes(),
        draft.verdict.deletes() && record != null && record.current().isPresent(),
        draft.asksToBeFirst(),
        draft.waits,
        draft.settleWaits,
        refers,
        holdsOn,
        keeps(draft, going),
        releases(draft, refers, going),
        held,
        taken(draft, wanted, held));
  }

  /// The keys of the object that will be; empty where nothing is made or changed.
  private static List<ExclusiveKey> wanted(Draft draft) {
    boolean becomes = draft.verdict.makes() || draft.verdict == Verdict.UPDATE;
    return draft.desired == null || !becomes
        ? List.of()
        : ExclusiveKey.of(
            draft.schema,
            draft.type,
            draft.desired.scope(),
            draft.type.planned(draft.desired).with(draft.desired.attributes()));
  }

  private List<Part.Held> held(Draft draft, List<ExclusiveKey> wanted) {
    List<Part.Held> held = new ArrayList<>();
    int deposed = 1;
    for (Observed one : draft.observed) {
      boolean current = one.object().role() == RemoteObject.Role.CURRENT;
      // What is made though its object is there has lost it with its host.
      boolean lost = current && draft.verdict == Verdict.CREATE;
      for (ExclusiveKey key : lost ? List.<ExclusiveKey>of() : keys(draft.recorded(), one)) {
        List<StepKey> freedBy =
            current
                ? freedBy(draft, key, wanted)
                : List.of(new StepKey(draft.address, StepKinds.DELETE, deposed));
        held.add(new Part.Held(key, freedBy));
      }
      deposed += current ? 0 : 1;
    }
    return held;
  }

  private List<ExclusiveKey> keys(Recorded record, Observed one) {
    TypeSchema schema = catalog.schema(record.type()).orElseThrow();
    ResourceType type = catalog.type(record.type()).orElseThrow();
    return one.reading() instanceof Reading.Absent
        ? List.of()
        : ExclusiveKey.of(schema, type, one.scope(), attributes(one));
  }

  private static List<StepKey> freedBy(Draft draft, ExclusiveKey key, List<ExclusiveKey> wanted) {
    return switch (draft.verdict) {
      case DELETE, REPLACE -> List.of(new StepKey(draft.address, StepKinds.DELETE, 0));
      case UPDATE -> wanted.contains(key) ? List.of() : changing(draft);
      case CREATE, NO_OP, AMEND, FORGET, UNKNOWN, BLOCKED -> List.of();
    };
  }

  private static List<StepKey> changing(Draft draft) {
    return List.of(
        new StepKey(draft.address, StepKinds.UPDATE, 0),
        new StepKey(draft.address, StepKinds.SETTLE, 0));
  }

  /// What is made takes all its keys; what is changed, those that it has not yet.
  private static List<Part.Taken> taken(
      Draft draft, List<ExclusiveKey> wanted, List<Part.Held> held) {
    if (draft.verdict.makes()) {
      StepKey create = new StepKey(draft.address, StepKinds.CREATE, 0);
      return wanted.stream().map(key -> new Part.Taken(key, List.of(create))).toList();
    }
    return wanted.stream()
        .filter(key -> held.stream().noneMatch(one -> one.key().equals(key)))
        .map(key -> new Part.Taken(key, changing(draft)))
        .toList();
  }
}
