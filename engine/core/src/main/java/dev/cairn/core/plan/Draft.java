package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is decided of one resource, while the plan is made.
final class Draft {
  final Address address;
  final TypeSchema schema;
  final ResourceType type;
  final @Nullable Recorded record;
  final List<Observed> observed;
  final List<Difference> differences = new ArrayList<>();
  final List<Difference> settling = new ArrayList<>();
  final List<Reason> reasons = new ArrayList<>();
  final List<Delta.Note> notes = new ArrayList<>();
  final SortedSet<Address> waits = new TreeSet<>();
  final SortedSet<Address> settleWaits = new TreeSet<>();
  Verdict verdict = Verdict.NO_OP;
  @Nullable Desired desired;

  /// What asks that its new object is made before the old one goes; null where nothing does.
  @Nullable Address firstFor;

  /// What it has once it has let go of what is replaced under it.
  Value.Fields released = Value.Fields.EMPTY;

  Draft(
      Address address,
      TypeSchema schema,
      ResourceType type,
      @Nullable Recorded record,
      List<Observed> observed) {
    this.address = address;
    this.schema = schema;
    this.type = type;
    this.record = record;
    this.observed = observed;
  }

  /// Whether something stops being managed.
  boolean releases() {
    return notes.stream().anyMatch(note -> note.reason() instanceof Reason.Released);
  }

  /// Takes over what a comparison has found.
  ///
  /// @param into where its differences go
  void take(Delta delta, List<Difference> into, boolean replaces) {
    if (replaces) {
      delta.anew();
    }
    into.addAll(delta.differences);
    reasons.addAll(delta.reasons);
    notes.addAll(delta.notes);
    delta.notes.forEach(note -> reasons.add(note.reason()));
  }

  Desired wanted() {
    Desired whole = desired;
    if (whole == null) {
      throw new IllegalStateException(address + " is not wanted");
    }
    return whole;
  }

  Recorded recorded() {
    Recorded there = record;
    if (there == null) {
      throw new IllegalStateException(address + " has no record");
    }
    return there;
  }

  /// The reading of the resource's own object; null where it has none.
  @Nullable Observed current() {
    return observed.stream()
        .filter(one -> one.object().role() == RemoteObject.Role.CURRENT)
        .findFirst()
        .orElse(null);
  }

  /// What there is, where it is there; marked.
  Value.Fields actual() {
    Observed current = current();
    return current != null && current.reading() instanceof Reading.Present present
        ? marked(present.attributes(), current.object())
        : Value.Fields.EMPTY;
  }

  /// What was observed or recorded of an object, with every secret marked that the schema, the
  /// record or the stack marks.
  Value.Fields marked(Value.Fields attributes, RemoteObject object) {
    Value.Fields marked =
        Marks.like(object.attributes(), Marks.by(schema.attributes(), attributes));
    return desired == null ? marked : Marks.like(desired.attributes(), marked);
  }

  /// Whether a new object is made before the old one is deleted.
  boolean createFirst() {
    return firstFor != null;
  }

  /// What there is when its own steps begin.
  Value.Fields from() {
    return actual().with(released);
  }

  /// Whether its lifecycle or else its type wants the new object made first; null where neither
  /// minds.
  @Nullable Boolean asksToBeFirst() {
    Boolean chosen = desired == null ? null : desired.lifecycle().createBeforeDelete();
    return (chosen == null && schema.createBeforeDelete()) ? Boolean.TRUE : chosen;
  }
}
