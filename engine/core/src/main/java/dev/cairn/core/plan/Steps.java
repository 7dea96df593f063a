package dev.cairn.core.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The steps that carry a draft out, without what they wait for.
final class Steps {
  static final String CREATE = "create";
  static final String SETTLE = "settle";
  static final String UPDATE = "update";
  static final String DELETE = "delete";
  static final String RECORD = "record";

  /// Takes the rules out of a group that is about to be deleted, so that no other is held by them.
  static final String UNSETTLE = "unsettle";

  private static final SortedSet<StepKey> NONE = Collections.emptySortedSet();
  private final Catalog catalog;

  Steps(Catalog catalog) {
    this.catalog = catalog;
  }

  /// @param entangled whether its deletion must be prepared, because others that are deleted refer
  ///   to it and it to them
  List<Step> of(Draft draft, boolean entangled) {
    List<Step> steps = new ArrayList<>();
    switch (draft.verdict) {
      case CREATE -> make(draft, steps);
      case REPLACE -> {
        make(draft, steps);
        delete(draft, entangled, steps);
      }
      case UPDATE -> change(draft, steps);
      case DELETE -> delete(draft, entangled, steps);
      case AMEND -> steps.add(amend(draft));
      case FORGET ->
          steps.add(
              new Step.Amend(key(draft, RECORD), NONE, Action.FORGET, draft.recorded(), null));
      case NO_OP, UNKNOWN, BLOCKED -> {}
    }
    if (draft.verdict.carriedOut()) {
      leftovers(draft, steps);
    }
    return steps;
  }

  private static StepKey key(Draft draft, String kind) {
    return new StepKey(draft.address, kind, 0);
  }

  private static void make(Draft draft, List<Step> steps) {
    Desired desired = draft.wanted();
    boolean known = draft.record != null && draft.record.type().equals(desired.type());
    steps.add(
        new Step.Create(
            key(draft, CREATE),
            NONE,
            desired,
            known ? draft.record : null,
            draft.type.create(desired)));
    if (!draft.settling.isEmpty()) {
      Value.Fields from =
          phase(desired.attributes(), draft.schema, Phase.CREATE).with(draft.type.fresh(desired));
      List<Call> calls = draft.type.update(from, desired, paths(draft.settling));
      steps.add(new Step.Update(key(draft, SETTLE), NONE, desired, null, draft.settling, calls));
    }
  }

  private static void change(Draft draft, List<Step> steps) {
    Desired desired = draft.wanted();
    if (!draft.differences.isEmpty()) {
      List<Call> calls = draft.type.update(draft.actual(), desired, paths(draft.differences));
      steps.add(
          new Step.Update(
              key(draft, UPDATE), NONE, desired, draft.recorded(), draft.differences, calls));
    }
    if (!draft.settling.isEmpty()) {
      List<Call> calls = draft.type.update(draft.actual(), desired, paths(draft.settling));
      steps.add(
          new Step.Update(
              key(draft, SETTLE), NONE, desired, draft.recorded(), draft.settling, calls));
    }
  }

  private static SortedSet<Path> paths(List<Difference> differences) {
    return differences.stream()
        .map(Difference::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Value.Fields phase(Value.Fields attributes, TypeSchema schema, Phase phase) {
    SortedMap<String, Value> kept = new TreeMap<>();
    attributes
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if ((attribute == null ? Phase.CREATE : attribute.phase()) == phase) {
            kept.put(name, value);
          }
        });
    return new Value.Fields(kept);
  }

  private void delete(Draft draft, boolean entangled, List<Step> steps) {
    Recorded record = draft.recorded();
    record
        .current()
        .ifPresent(object -> {
          Observed current = draft.current();
          RemoteObject live = current == null ? object : current.live();
          if (entangled) {
            unsettle(draft, record, live, steps);
          }
          Value.Fields there =
              draft.actual().fields().isEmpty() ? object.attributes() : draft.actual();
          steps.add(
              new Step.Delete(
                  key(draft, DELETE),
                  NONE,
                  record,
                  live,
                  catalog.type(record.type()).orElseThrow().delete(there)));
        });
  }

  private void unsettle(Draft draft, Recorded record, RemoteObject object, List<Step> steps) {
    TypeSchema schema = catalog.schema(record.type()).orElseThrow();
    if (!schema.settles()) {
      return;
    }
    Value.Fields bare = phase(object.attributes(), schema, Phase.CREATE);
    SortedSet<Path> settled = new TreeSet<>();
    for (String name : phase(draft.actual(), schema, Phase.SETTLE).fields().keySet()) {
      settled.add(Path.of(name));
      bare = bare.with(name, Value.Items.EMPTY);
    }
    Desired empty = desired(record, object, bare, schema);
    List<Call> calls =
        catalog.type(record.type()).orElseThrow().update(draft.actual(), empty, settled);
    List<Difference> differences =
        settled.stream()
            .map(path ->
                new Difference(path, draft.actual().at(path).orElse(null), Value.Items.EMPTY))
            .toList();
    if (!calls.isEmpty()) {
      steps.add(new Step.Update(key(draft, UNSETTLE), NONE, empty, record, differences, calls));
    }
  }

  private static Desired desired(
      Recorded record, RemoteObject object, Value.Fields attributes, TypeSchema schema) {
    return new Desired(
        record.address(),
        record.type(),
        object.scope(),
        attributes,
        object.set(),
        new TreeMap<>(),
        record.lifecycle(),
        record.dependsOn(),
        Value.Fields.EMPTY,
        schema.timeouts(),
        null,
        new TreeMap<>());
  }

  /// The record as an update would leave it: what is managed, how, and where, without a call.
  private static Step amend(Draft draft) {
    Desired desired = draft.wanted();
    Recorded record = draft.recorded();
    List<RemoteObject> objects =
        record.objects().stream()
            .map(object ->
                object.role() == RemoteObject.Role.CURRENT
                    ? new RemoteObject(
                        object.role(),
                        object.id(),
                        desired.scope().settings().known() ? desired.scope() : object.scope(),
                        object.madeBy(),
                        object.attributes().with(draft.actual()).with(desired.attributes()),
                        desired.set(),
                        true)
                    : object)
            .toList();
    Recorded after =
        new Recorded(
            record.address(),
            record.uid(),
            record.type(),
            draft.schema.version(),
            objects,
            desired.dependsOn(),
            desired.lifecycle(),
            record.placement(),
            record.run(),
            record.sourceCommit());
    Action action = draft.releases() ? Action.RELEASE : Action.UPDATE;
    return new Step.Amend(key(draft, RECORD), NONE, action, record, after);
  }

  /// Deposed and stray objects of earlier runs.
  private void leftovers(Draft draft, List<Step> steps) {
    int ordinal = 1;
    for (Observed one : draft.observed) {
      if (one.object().role() != RemoteObject.Role.CURRENT) {
        Recorded record = draft.recorded();
        Value.Fields there =
            draft.marked(
                one.reading() instanceof Reading.Present present
                    ? present.attributes()
                    : one.object().attributes(),
                one.object());
        List<Call> calls =
            one.reading() instanceof Reading.Absent
                ? List.of()
                : catalog.type(record.type()).orElseThrow().delete(there);
        if (!(one.reading() instanceof Reading.Unreadable)) {
          steps.add(
              new Step.Delete(
                  new StepKey(draft.address, DELETE, ordinal), NONE, record, one.live(), calls));
        }
        ordinal++;
      }
    }
  }
}
