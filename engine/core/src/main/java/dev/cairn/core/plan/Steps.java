package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
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
import dev.cairn.core.plan.order.StepKinds;
import dev.cairn.core.plan.order.Succession;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The steps that carry a draft out, without what they wait for.
final class Steps {
  private static final SortedSet<StepKey> NONE = Collections.emptySortedSet();
  private final Catalog catalog;
  private final SortedMap<Address, Draft> drafts;
  private final Succession succession;
  private final List<Diagnostic> diagnostics;

  Steps(
      Catalog catalog,
      SortedMap<Address, Draft> drafts,
      Succession succession,
      List<Diagnostic> diagnostics) {
    this.catalog = catalog;
    this.drafts = drafts;
    this.succession = succession;
    this.diagnostics = diagnostics;
  }

  List<Step> of(Draft draft) {
    List<Step> steps = new ArrayList<>();
    if (draft.verdict.carriedOut()) {
      release(draft, steps);
    }
    switch (draft.verdict) {
      case CREATE -> make(draft, steps);
      case REPLACE -> {
        make(draft, steps);
        delete(draft, steps);
      }
      case UPDATE -> change(draft, steps);
      case DELETE -> delete(draft, steps);
      case AMEND -> steps.add(amend(draft));
      case FORGET ->
          steps.add(
              new Step.Amend(
                  key(draft, StepKinds.RECORD), NONE, Action.FORGET, draft.recorded(), null));
      case NO_OP, UNKNOWN, BLOCKED -> {}
    }
    if (draft.verdict.carriedOut()) {
      leftovers(draft, steps);
    }
    return steps;
  }

  /// What is replaced under an object that stays, and cannot have its successor beside it, is let
  /// go of before.
  private void release(Draft draft, List<Step> steps) {
    SortedMap<Address, Address> targets = succession.lettingGo(draft.address);
    if (targets.isEmpty()) {
      return;
    }
    Set<String> ids = new TreeSet<>();
    for (Address target : targets.keySet()) {
      draft(target).recorded().current().ifPresent(object -> ids.add(object.id()));
    }
    Release.of(draft.schema, draft.actual(), ids)
        .ifPresentOrElse(
            release -> released(draft, release, steps),
            () ->
                diagnostics.add(
                    Problems.held(
                        draft,
                        draft(targets.firstKey()),
                        draft(Objects.requireNonNull(targets.get(targets.firstKey()))))));
  }

  private Draft draft(Address address) {
    return Objects.requireNonNull(drafts.get(address));
  }

  private static void released(Draft draft, Release release, List<Step> steps) {
    if (release.differences().isEmpty()) {
      return;
    }
    draft.released = release.attributes();
    Observed current = Objects.requireNonNull(draft.current());
    Desired without =
        desired(
            draft.recorded(),
            current.live(),
            current.object().attributes().with(release.attributes()),
            draft.schema);
    steps.add(
        new Step.Update(
            key(draft, StepKinds.RELEASE),
            NONE,
            without,
            draft.recorded(),
            release.differences(),
            draft.type.update(draft.actual(), without, paths(release.differences()))));
  }

  private static StepKey key(Draft draft, String kind) {
    return new StepKey(draft.address, kind, 0);
  }

  private static void make(Draft draft, List<Step> steps) {
    Desired desired = draft.wanted();
    boolean known = draft.record != null && draft.record.type().equals(desired.type());
    steps.add(
        new Step.Create(
            key(draft, StepKinds.CREATE),
            NONE,
            desired,
            known ? draft.record : null,
            draft.type.create(desired)));
    if (!draft.settling.isEmpty()) {
      Value.Fields from =
          phase(desired.attributes(), draft.schema, Phase.CREATE).with(draft.type.fresh(desired));
      List<Call> calls = draft.type.update(from, desired, paths(draft.settling));
      steps.add(
          new Step.Update(
              key(draft, StepKinds.SETTLE), NONE, desired, null, draft.settling, calls));
    }
  }

  private static void change(Draft draft, List<Step> steps) {
    Desired desired = draft.wanted();
    if (!draft.differences.isEmpty()) {
      List<Call> calls = draft.type.update(draft.from(), desired, paths(draft.differences));
      steps.add(
          new Step.Update(
              key(draft, StepKinds.UPDATE),
              NONE,
              desired,
              draft.recorded(),
              draft.differences,
              calls));
    }
    if (!draft.settling.isEmpty()) {
      List<Call> calls = draft.type.update(draft.from(), desired, paths(draft.settling));
      steps.add(
          new Step.Update(
              key(draft, StepKinds.SETTLE),
              NONE,
              desired,
              draft.recorded(),
              draft.settling,
              calls));
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

  private void delete(Draft draft, List<Step> steps) {
    Recorded record = draft.recorded();
    record
        .current()
        .ifPresent(object -> {
          Observed current = draft.current();
          RemoteObject live = current == null ? object : current.live();
          if (succession.apart().containsKey(draft.address)) {
            unsettle(draft, record, live, steps);
          }
          Value.Fields there =
              draft.actual().fields().isEmpty() ? object.attributes() : draft.actual();
          steps.add(
              new Step.Delete(
                  key(draft, StepKinds.DELETE),
                  NONE,
                  record,
                  live,
                  catalog.type(record.type()).orElseThrow().delete(there)));
        });
  }

  /// Of what goes, all that is set after creation is taken out.
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
      steps.add(
          new Step.Update(key(draft, StepKinds.RELEASE), NONE, empty, record, differences, calls));
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
    return new Step.Amend(key(draft, StepKinds.RECORD), NONE, action, record, after);
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
                  new StepKey(draft.address, StepKinds.DELETE, ordinal),
                  NONE,
                  record,
                  one.live(),
                  calls));
        }
        ordinal++;
      }
    }
  }
}
