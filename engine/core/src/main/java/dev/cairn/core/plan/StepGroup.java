package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.core.plan.order.StepKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The steps of one resource, and what they come to.
record StepGroup(Address address, List<Step> steps) {
  StepGroup {
    steps = List.copyOf(steps);
  }

  /// The steps by resource; those of the stack itself are about none.
  static SortedMap<Address, StepGroup> of(List<Step> steps) {
    SortedMap<Address, List<Step>> found = new TreeMap<>();
    steps.forEach(step -> add(step, found));
    SortedMap<Address, StepGroup> groups = new TreeMap<>();
    found.forEach((address, all) -> groups.put(address, new StepGroup(address, all)));
    return groups;
  }

  private static void add(Step step, SortedMap<Address, List<Step>> found) {
    switch (step) {
      case Step.Create _, Step.Update _, Step.Delete _, Step.Amend _ ->
          found.computeIfAbsent(step.key().address(), _ -> new ArrayList<>()).add(step);
      case Step.IfChanged _, Step.Transaction _ -> step.inner().forEach(each -> add(each, found));
      case Step.Read _, Step.Write _ -> {}
    }
  }

  private <S extends Step> Stream<S> all(Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast);
  }

  /// Those that bring the resource to what is desired.
  List<Step.Update> updates() {
    return all(Step.Update.class)
        .filter(update -> !update.key().kind().equals(StepKinds.RELEASE))
        .toList();
  }

  List<Difference> differences(String kind) {
    return updates().stream()
        .filter(update -> update.key().kind().equals(kind))
        .flatMap(update -> update.differences().stream())
        .toList();
  }

  Verdict verdict() {
    boolean makes = all(Step.Create.class).findAny().isPresent();
    boolean deletes = current().findAny().isPresent();
    if (makes || deletes) {
      return makes && deletes ? Verdict.REPLACE : makes ? Verdict.CREATE : Verdict.DELETE;
    }
    if (!updates().isEmpty()) {
      return Verdict.UPDATE;
    }
    return amend()
        .map(amend -> amend.action() == Action.FORGET ? Verdict.FORGET : Verdict.AMEND)
        .orElse(Verdict.NO_OP);
  }

  private Stream<Step.Delete> current() {
    return all(Step.Delete.class)
        .filter(delete -> delete.target().role() == RemoteObject.Role.CURRENT);
  }

  /// Whether the old object goes after the new one is there.
  boolean createFirst() {
    return current()
        .anyMatch(delete ->
            all(Step.Create.class).anyMatch(create -> delete.waitsFor().contains(create.key())));
  }

  /// What the resource is to be; empty where it is to go, and where only its record changes.
  Optional<Desired> desired() {
    return Stream.of(
            all(Step.Create.class).map(Step.Create::desired),
            updates().stream().map(Step.Update::desired))
        .flatMap(each -> each)
        .findFirst();
  }

  Optional<Step.Amend> amend() {
    return all(Step.Amend.class).findFirst();
  }

  /// The record of what is there.
  Recorded recorded() {
    return steps.stream()
        .map(Step::before)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(address + " has no record"));
  }
}
