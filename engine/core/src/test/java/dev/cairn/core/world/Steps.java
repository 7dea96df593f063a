package dev.cairn.core.world;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes steps and plans about things.
public final class Steps {
  public static final Scope SCOPE = new Scope("world", Value.Fields.EMPTY, null, null);

  private final ThingType type;

  public Steps(Repeat repeat) {
    this.type = new ThingType(repeat);
  }

  public static StepKey key(String name, String kind) {
    return new StepKey(Address.of(name), kind, 0);
  }

  /// An attribute of another resource that is known once its step is over.
  public static Value of(String name, String attribute) {
    return new Value.Unknown(
        Shape.Scalar.STRING,
        new Residual.Attribute(new AttributeRef(Address.of(name), Path.of(attribute))));
  }

  public static Value.Fields named(String name) {
    return Value.Fields.of("name", Value.text(name));
  }

  public static Desired desired(String name, Value.Fields attributes) {
    SortedSet<Path> set =
        attributes.fields().keySet().stream()
            .map(Path::of)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Desired(
        Address.of(name),
        ThingType.NAME,
        SCOPE,
        attributes,
        set,
        new TreeMap<>(),
        Lifecycle.NONE,
        new TreeSet<>(),
        Value.Fields.EMPTY,
        ThingType.TIMEOUTS,
        null,
        new TreeMap<>());
  }

  public Step.Create create(String name, StepKey... waitsFor) {
    return create(desired(name, named(name)), waitsFor);
  }

  public Step.Create create(Desired desired, StepKey... waitsFor) {
    return new Step.Create(
        new StepKey(desired.address(), "create", 0),
        keys(waitsFor),
        desired,
        null,
        type.create(desired));
  }

  public Step.Update change(
      String kind,
      Desired desired,
      @Nullable Recorded before,
      String attribute,
      StepKey... waitsFor) {
    Path path = Path.of(attribute);
    return new Step.Update(
        new StepKey(desired.address(), kind, 0),
        keys(waitsFor),
        desired,
        before,
        List.of(new Difference(path, null, desired.attributes().at(path).orElse(null))),
        type.update(Value.Fields.EMPTY, desired, new TreeSet<>(List.of(path))));
  }

  public Step.Update settle(Desired desired, String attribute, StepKey... waitsFor) {
    return change("settle", desired, null, attribute, waitsFor);
  }

  public Step.Delete delete(Recorded before, StepKey... waitsFor) {
    return new Step.Delete(
        new StepKey(before.address(), "delete", 0),
        keys(waitsFor),
        before,
        before.objects().getFirst(),
        type.delete(before.objects().getFirst().attributes()));
  }

  public static SortedSet<StepKey> keys(StepKey... keys) {
    return new TreeSet<>(Arrays.asList(keys));
  }

  public static Plan plan(Step... steps) {
    return plan(List.of(steps));
  }

  public static Plan plan(List<Step> steps) {
    return new Plan(
        new PlanHeader(
            1, "demo", "default", "lineage-1", null, "c0ffee", new TreeMap<>(), new TreeSet<>()),
        steps,
        List.of(),
        0,
        Value.Fields.EMPTY,
        new TreeMap<>(),
        List.of(),
        new Approval.Digest("sha256:0"));
  }
}
