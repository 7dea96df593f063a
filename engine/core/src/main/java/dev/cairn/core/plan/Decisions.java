package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.core.expand.Attributes;
import dev.cairn.core.expand.Decider;
import dev.cairn.core.schema.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides resource by resource, in dependency order, what becomes of it.
final class Decisions implements Decider, Delta.Origins {
  private final PlanInput input;
  private final SortedMap<Address, Reason> following;
  private final Catalog catalog;
  private final List<Diagnostic> diagnostics;
  final SortedMap<Address, Draft> drafts = new TreeMap<>();

  /// @param following resources that are replaced because of what they hold, and why
  Decisions(
      PlanInput input,
      SortedMap<Address, Reason> following,
      Catalog catalog,
      List<Diagnostic> diagnostics) {
    this.input = input;
    this.following = following;
    this.catalog = catalog;
    this.diagnostics = diagnostics;
  }

  @Override
  public Value.Fields decide(Desired desired, Map<String, SortedSet<AttributeRef>> from) {
    Draft draft = draft(desired.address(), desired.type());
    draft.desired = desired;
    draft.waits.addAll(desired.dependsOn());
    drafts.put(desired.address(), draft);
    judge(draft, desired, from);
    return planned(draft, desired);
  }

  private void judge(Draft draft, Desired desired, Map<String, SortedSet<AttributeRef>> from) {
    Observed current = draft.current();
    Recorded record = draft.record;
    if (record == null) {
      draft.verdict = Verdict.CREATE;
      draft.reasons.add(new Reason.Added(desired.origin()));
    } else if (!record.type().equals(desired.type())) {
      otherType(draft, record, desired);
    } else if (current == null) {
      draft.verdict = Verdict.CREATE;
      draft.reasons.add(new Reason.Missing());
    } else if (lostHost(draft, current.object(), desired)) {
      draft.verdict = Verdict.CREATE;
      draft.reasons.add(
          new Reason.TargetReplaced(
              Path.of("host"), Objects.requireNonNull(desired.scope().host())));
    } else {
      switch (current.reading()) {
        case Reading.Absent _ -> {
          draft.verdict = Verdict.CREATE;
          draft.reasons.add(new Reason.Missing());
        }
        case Reading.Unreadable _ -> unread(draft, current);
        case Reading.Present _ -> {
          compare(draft, record, current.object(), desired, from);
          notice(draft, desired);
        }
      }
    }
  }

  /// What is to be said of an object that stays.
  private void notice(Draft draft, Desired desired) {
    if (draft.verdict != Verdict.REPLACE) {
      catalog
          .type(desired.type())
          .map(type -> type.notices(draft.actual()))
          .orElse(List.of())
          .stream()
          .map(problem -> Problems.noticed(desired, problem))
          .forEach(diagnostics::add);
    }
  }

  /// Another type under the same address: the old object goes, a new one comes; they have nothing
  /// in common.
  private static void otherType(Draft draft, Recorded record, Desired desired) {
    draft.verdict = Verdict.REPLACE;
    draft.differences.add(
        new Difference(
            Path.of("type"),
            Value.text(record.type().toString()),
            Value.text(desired.type().toString())));
    draft.reasons.add(new Reason.Edited(Path.of("type"), desired.origin()));
  }

  private void compare(
      Draft draft,
      Recorded record,
      RemoteObject object,
      Desired desired,
      Map<String, SortedSet<AttributeRef>> from) {
    Delta delta =
        new Delta(
                desired,
                object,
                draft.marked(object.attributes(), object),
                catalog
                    .type(desired.type())
                    .map(type -> type.said(draft.actual(), desired.attributes()))
                    .orElseGet(draft::actual),
                draft.schema,
                from,
                this,
                input.seal())
            .compare(Phase.CREATE);
    boolean moves = draft.schema.home() != Home.SELF && moves(draft, object, desired);
    boolean triggered = triggered(draft, record, desired);
    boolean replaces = delta.replaces || moves || triggered;
    if (input.replace().contains(draft.address)) {
      replaces = true;
      draft.reasons.add(new Reason.Requested("--replace"));
    }
    Reason follows = following.get(draft.address);
    if (follows != null) {
      replaces = true;
      draft.reasons.add(follows);
    }
    if (!replaces) {
      draft.desired = desired.with(delta.target);
    }
    draft.take(delta, draft.differences, replaces);
    List<Reason> unrecorded = unrecorded(delta, draft, record, object, desired);
    boolean amends = !unrecorded.isEmpty() || !delta.notes.isEmpty() || !object.complete();
    if (!object.complete()) {
      draft.reasons.add(new Reason.Unfinished());
    }
    draft.verdict =
        replaces
            ? Verdict.REPLACE
            : !draft.differences.isEmpty()
                ? Verdict.UPDATE
                : amends ? Verdict.AMEND : Verdict.NO_OP;
    if (draft.verdict == Verdict.AMEND) {
      draft.reasons.addAll(unrecorded);
    }
  }

  /// What the record lacks of an object that is as the stack says.
  private List<Reason> unrecorded(
      Delta delta, Draft draft, Recorded record, RemoteObject object, Desired desired) {
    SortedSet<Path> paths = new TreeSet<>(delta.amended);
    if (!same(record.lifecycle(), desired.lifecycle())) {
      paths.add(Path.of("lifecycle"));
    }
    if (Amendment.reachedAnew(object, desired.scope(), draft.schema)
        && !same(object.scope(), desired.scope())) {
      paths.add(Path.of("scope"));
    }
    return paths.stream().<Reason>map(Reason.Unrecorded::new).toList();
  }

  /// Whether a recorded scope is the desired one, secrets in it by their fingerprints.
  private boolean same(Scope recorded, Scope desired) {
    return Comparison.recorded(desired.settings(), recorded.settings(), input.seal())
        && new Scope(
                recorded.provider(), desired.settings(), recorded.credential(), recorded.host())
            .equals(desired);
  }

  private boolean same(Lifecycle recorded, Lifecycle desired) {
    return Comparison.recorded(desired.replaceOn(), recorded.replaceOn(), input.seal())
        && new Lifecycle(
                recorded.protect(),
                recorded.retain(),
                recorded.createBeforeDelete(),
                recorded.update(),
                desired.replaceOn())
            .equals(desired);
  }

  /// In another place it is another object.
  private boolean moves(Draft draft, RemoteObject object, Desired desired) {
    List<String> apart = object.scope().apart(desired.scope());
    for (String setting : apart) {
      Value before = object.scope().settings().get(setting).orElse(null);
      Value after = desired.scope().settings().get(setting).orElse(null);
      moved(draft, setting, before, after);
    }
    return otherAccount(draft, object.scope(), desired.scope()) || !apart.isEmpty();
  }

  private static void moved(
      Draft draft, String setting, @Nullable Value before, @Nullable Value after) {
    draft.differences.add(new Difference(Path.of(setting), before, after));
    draft.reasons.add(
        new Reason.Edited(Path.of(setting), draft.desired == null ? null : draft.desired.origin()));
  }

  /// Another credential may be that of another account.
  private boolean otherAccount(Draft draft, Scope recorded, Scope desired) {
    if (desired.host() != null
        || Objects.equals(recorded.credential(), desired.credential())
        || !desired.settings().known()) {
      return false;
    }
    String before = input.accounts().of(recorded).orElse(null);
    String after = input.accounts().of(desired).orElse(null);
    if (before == null || after == null) {
      diagnostics.add(Problems.whoseCredential(draft, before == null ? recorded : desired));
      return false;
    }
    if (!before.equals(after)) {
      moved(draft, "account", Value.text(before), Value.text(after));
    }
    return !before.equals(after);
  }

  /// Whether another machine has taken the place of the object's host, or will: the object is gone
  /// with the old one.
  private static boolean lostHost(Draft draft, RemoteObject object, Desired desired) {
    return draft.schema.home() == Home.HOST
        && Objects.equals(object.scope().host(), desired.scope().host())
        && !object.scope().apart(desired.scope()).isEmpty();
  }

  private boolean triggered(Draft draft, Recorded record, Desired desired) {
    Value.Items before = record.lifecycle().replaceOn();
    Value.Items after = desired.lifecycle().replaceOn();
    if (before.items().size() != after.items().size()
        || Comparison.recorded(after, before, input.seal())) {
      return false;
    }
    draft.differences.add(new Difference(Path.of("lifecycle", "replaceOn"), before, after));
    draft.reasons.add(new Reason.Edited(Path.of("lifecycle", "replaceOn"), desired.origin()));
    return true;
  }

  @Override
  public Value.Fields settle(Desired whole, Map<String, SortedSet<AttributeRef>> from) {
    Draft draft = drafts.get(whole.address());
    if (draft == null) {
      return Value.Fields.EMPTY;
    }
    // What was decided before may have added defaults of attributes that are no longer set.
    Desired desired = whole.with(Attributes.merge(draft.wanted().attributes(), whole.attributes()));
    draft.settleWaits.addAll(desired.dependsOn());
    Observed current = draft.current();
    Recorded record = draft.record;
    draft.desired = desired;
    boolean lives =
        draft.verdict == Verdict.NO_OP
            || draft.verdict == Verdict.UPDATE
            || draft.verdict == Verdict.AMEND;
    if (lives && current != null && record != null) {
      Delta delta =
          new Delta(
                  desired,
                  current.object(),
                  draft.marked(current.object().attributes(), current.object()),
                  draft.actual(),
                  draft.schema,
                  from,
                  this,
                  input.seal())
              .compare(Phase.SETTLE);
      draft.take(delta, draft.settling, false);
      draft.desired = desired.with(delta.target);
      if (!delta.differences.isEmpty()) {
        draft.verdict = Verdict.UPDATE;
      } else if (draft.verdict != Verdict.UPDATE
          && !(delta.amended.isEmpty() && delta.notes.isEmpty())) {
        draft.verdict = Verdict.AMEND;
        delta.amended.forEach(path -> draft.reasons.add(new Reason.Unrecorded(path)));
      }
    } else if (draft.verdict.makes()) {
      settleFresh(draft, desired);
    }
    return planned(draft, draft.wanted());
  }

  private static void settleFresh(Draft draft, Desired desired) {
    Value.Fields fresh = draft.type.fresh(desired);
    for (Path path : desired.set()) {
      Attribute attribute = draft.schema.attributes().get(path.attribute());
      if (attribute != null && attribute.phase() == Phase.SETTLE) {
        Value after = desired.attributes().at(path).orElse(Value.Fields.EMPTY);
        Value before = fresh.at(path).orElse(null);
        if (!after.known() || !Comparison.satisfied(attribute.compare(), after, before)) {
          draft.settling.add(new Difference(path, before, after));
        }
      }
    }
  }

  /// The attributes that others see: what is desired, and what is computed. Of an object that is
  /// made, the latter is unknown; of one that lives, it is as observed.
  private static Value.Fields planned(Draft draft, Desired desired) {
    if (draft.verdict.makes()) {
      return Decider.undecided(desired, draft.schema)
          .with(draft.type.planned(desired))
          .with(desired.attributes());
    }
    Recorded record = draft.record;
    Value.Fields recorded =
        record == null
            ? Value.Fields.EMPTY
            : record.current().map(RemoteObject::attributes).orElse(Value.Fields.EMPTY);
    Value.Fields there = without(Attributes.merge(recorded, draft.actual()), draft.differences);
    there = without(there, draft.settling);
    Value.Fields planned = desired.seen(draft.schema, there);
    return draft.verdict == Verdict.UPDATE ? volatileUnknown(draft, planned) : planned;
  }

  /// Without what the plan takes away.
  private static Value.Fields without(Value.Fields there, List<Difference> differences) {
    Value.Fields left = there;
    for (Difference difference : differences) {
      left = difference.after() == null ? Paths.remove(left, difference.path()) : left;
    }
    return left;
  }

  private static Value.Fields volatileUnknown(Draft draft, Value.Fields planned) {
    Value.Fields result = planned;
    SortedSet<Path> changed = new TreeSet<>();
    draft.differences.forEach(difference -> changed.add(difference.path()));
    draft.settling.forEach(difference -> changed.add(difference.path()));
    for (Map.Entry<String, Attribute> entry : draft.schema.attributes().entrySet()) {
      if (entry.getValue().is(Trait.VOLATILE) && draft.type.recomputes(entry.getKey(), changed)) {
        AttributeRef ref = new AttributeRef(draft.address, Path.of(entry.getKey()));
        result =
            result.with(
                entry.getKey(),
                new Value.Unknown(entry.getValue().shape(), new Residual.Attribute(ref)));
      }
    }
    return result;
  }

  @Override
  public boolean made(Address address) {
    Draft draft = drafts.get(address);
    return draft != null && draft.verdict.makes();
  }

  @Override
  public boolean added(Address address) {
    Draft draft = drafts.get(address);
    return draft != null && draft.record == null && draft.verdict.makes();
  }

  @Override
  public boolean drifted(AttributeRef ref) {
    Draft draft = drafts.get(ref.address());
    Recorded record = draft == null ? null : draft.record;
    if (draft == null || record == null || draft.current() == null) {
      return false;
    }
    Value before =
        record.current().flatMap(object -> object.attributes().at(ref.path())).orElse(null);
    Value now = draft.actual().at(ref.path()).orElse(null);
    boolean set = record.current().map(object -> object.set().contains(ref.path())).orElse(false);
    return !set && before != null && now != null && !Comparison.recorded(now, before, input.seal());
  }

  /// What is recorded and no longer wanted.
  void orphans() {
    input
        .records()
        .forEach((address, record) -> {
          if (!drafts.containsKey(address)) {
            drafts.put(address, orphan(record));
          }
        });
  }

  /// A resource that is not wanted any more.
  Draft gone(Recorded record) {
    Draft draft = orphan(record);
    drafts.put(record.address(), draft);
    return draft;
  }

  /// A resource that nothing is done with.
  void stays(Recorded record) {
    Draft draft = draft(record.address(), record.type());
    Observed current = draft.current();
    draft.waits.addAll(record.dependsOn());
    if (current != null && current.reading() instanceof Reading.Unreadable) {
      unread(draft, current);
    }
    drafts.put(record.address(), draft);
  }

  private Draft orphan(Recorded record) {
    Draft draft = draft(record.address(), record.type());
    draft.waits.addAll(record.dependsOn());
    draft.reasons.add(input.desired() ? new Reason.Removed() : new Reason.Destroyed());
    draft.verdict = Verdict.DELETE;
    Observed current = draft.current();
    if (current != null && current.reading() instanceof Reading.Unreadable) {
      unread(draft, current);
    } else if (current != null && current.reading() instanceof Reading.Absent) {
      draft.verdict = Verdict.FORGET;
      draft.reasons.add(new Reason.Missing());
    } else if (record.lifecycle().retain()) {
      draft.verdict = Verdict.FORGET;
    }
    return draft;
  }

  private static void unread(Draft draft, Observed current) {
    draft.verdict = Verdict.UNKNOWN;
    draft.reasons.add(new Reason.Unread(current.scope().place()));
  }

  private Draft draft(Address address, TypeName name) {
    TypeSchema schema =
        catalog
            .schema(name)
            .orElseThrow(
                () -> new IllegalStateException("no schema of " + name + " for " + address));
    ResourceType type = catalog.type(name).orElseThrow();
    return new Draft(
        address,
        schema,
        type,
        input.records().get(address),
        input.observed().getOrDefault(address, List.of()));
  }
}
