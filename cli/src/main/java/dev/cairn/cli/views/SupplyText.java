package dev.cairn.cli.views;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Printable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the steps of a plan bring to a service before they make something there, told from their
/// calls, which the digest covers.
record SupplyText(Step.Create step, Supply supply) {
  static List<SupplyText> all(Plan plan) {
    return in(plan.steps()).toList();
  }

  /// For one resource.
  static List<SupplyText> of(Address address, Plan plan) {
    return in(plan.steps()).filter(one -> one.step.key().address().equals(address)).toList();
  }

  private static Stream<SupplyText> in(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            step instanceof Step.Create create
                ? create.calls().stream().flatMap(call -> of(create, call))
                : in(step.inner()));
  }

  private static Stream<SupplyText> of(Step.Create create, Call call) {
    Supply supply = call.supply();
    return supply == null ? Stream.empty() : Stream.of(new SupplyText(create, supply));
  }

  /// `pull nginx:1.27 on host h (not there)`
  String line() {
    String name =
        supply.name() instanceof Value.Text(String text)
            ? Printable.line(text)
            : ValueText.of(supply.name());
    Address host = step.desired().scope().host();
    return supply.verb()
        + " "
        + name
        + (host == null ? "" : " on host " + Printable.line(host.toString()))
        + (supply.missing() ? " (not there)" : " if it is not there");
  }

  Value document() {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("address", Value.text(step.key().address().toString()));
    fields.put("type", Value.text(supply.type().toString()));
    fields.put("missing", new Value.Flag(supply.missing()));
    fields.put("text", Value.text(line()));
    return new Value.Fields(fields);
  }
}
