package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.value.Value;
import dev.cairn.core.expand.Expanded;
import dev.cairn.core.expand.Expanded.Asked;
import dev.cairn.core.plan.order.Order;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The steps that belong to the stack itself: lookups that are pinned or asked, and the outputs.
final class StackSteps {
  /// The key of the step that writes the outputs; no resource has a step of this kind.
  static final StepKey OUTPUTS = new StepKey(Address.of("outputs"), "outputs", 0);

  private StackSteps() {}

  static List<Step> of(PlanInput input, Expanded expanded, Catalog catalog) {
    List<Step> steps = new ArrayList<>();
    expanded.lookups().values().forEach(asked -> lookup(asked, input, steps));
    input
        .pinned()
        .forEach((address, pin) -> {
          if (!expanded.lookups().containsKey(address)) {
            steps.add(new Step.Write(new StepKey(address, "write", 0), none(), Value.Fields.EMPTY));
          }
        });
    if (!Comparison.recorded(expanded.outputs(), input.outputs(), input.seal())) {
      steps.add(new Step.Write(OUTPUTS, none(), expanded.outputs()));
    }
    return steps;
  }

  private static void lookup(Asked asked, PlanInput input, List<Step> steps) {
    Value.Fields pin = input.pinned().getOrDefault(asked.address(), Value.Fields.EMPTY);
    if (pin.fields("arguments").equals(asked.arguments()) && !pin.fields().isEmpty()) {
      return;
    }
    Value.Fields answer = input.answers().to(asked.address(), asked.arguments()).orElse(null);
    if (answer == null) {
      steps.add(
          new Step.Read(
              new StepKey(asked.address(), "read", 0),
              none(),
              asked.type(),
              asked.scope(),
              asked.arguments()));
    } else {
      steps.add(
          new Step.Write(new StepKey(asked.address(), "write", 0), none(), pinned(asked, answer)));
    }
  }

  private static Value.Fields pinned(Asked asked, Value.Fields answer) {
    return Value.Fields.of(
        Map.of(
            "type",
            Value.text(asked.type().toString()),
            "arguments",
            asked.arguments(),
            "outputs",
            answer));
  }

  /// The outputs are written after everything that they read.
  static void wait(Expanded expanded, Map<Address, List<Step>> steps, Order order) {
    for (AttributeRef ref : expanded.outputsFrom()) {
      steps.getOrDefault(ref.address(), List.of()).forEach(step -> order.wait(OUTPUTS, step.key()));
    }
    expanded
        .lookups()
        .values()
        .forEach(asked ->
            asked
                .arguments()
                .reads()
                .forEach(ref ->
                    steps
                        .getOrDefault(ref.address(), List.of())
                        .forEach(step ->
                            order.wait(new StepKey(asked.address(), "read", 0), step.key()))));
  }

  private static SortedSet<StepKey> none() {
    return Collections.unmodifiableSortedSet(new TreeSet<>());
  }
}
