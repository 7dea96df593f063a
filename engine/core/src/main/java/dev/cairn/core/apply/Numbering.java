package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of a plan's steps: in their order, a step that holds others before those. Every
/// process that reads the plan counts alike.
public final class Numbering {
  private final Map<StepKey, Integer> numbers = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<Address, Set<String>> deleted = new HashMap<>();
  private final Map<StepKey, StepKey> wholes = new HashMap<>();

  public Numbering(Plan plan) {
    plan.steps().forEach(this::count);
    steps.stream()
        .filter(Step.Transaction.class::isInstance)
        .forEach(transaction -> within(transaction, transaction.key()));
  }

  private void within(Step step, StepKey whole) {
    for (Step inner : step.inner()) {
      wholes.putIfAbsent(inner.key(), whole);
      within(inner, whole);
    }
  }

  private void count(Step step) {
    numbers.put(step.key(), steps.size());
    steps.add(step);
    if (step instanceof Step.Delete delete) {
      deleted
          .computeIfAbsent(delete.key().address(), address -> new HashSet<>())
          .add(delete.target().id());
    }
    step.inner().forEach(this::count);
  }

  /// All steps with those that they hold.
  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  public OperationId operation(String run, StepKey key) {
    Integer number = numbers.get(key);
    if (number == null) {
      throw new IllegalArgumentException("no step " + key + " in the plan");
    }
    return new OperationId(run, number);
  }

  public Optional<Step> step(OperationId operation) {
    return operation.step() < steps.size()
        ? Optional.of(steps.get(operation.step()))
        : Optional.empty();
  }

  /// The ids of the objects of a resource that the plan deletes.
  Set<String> deleted(Address address) {
    return deleted.getOrDefault(address, Set.of());
  }

  /// The step that ends or turns back as a whole: the outermost transaction that holds the step, or
  /// the step itself.
  StepKey whole(StepKey key) {
    return wholes.getOrDefault(key, key);
  }

  boolean has(StepKey key) {
    return numbers.containsKey(key);
  }
}
