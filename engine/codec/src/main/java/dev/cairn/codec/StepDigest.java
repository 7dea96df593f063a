package dev.cairn.codec;

import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What of a step enters a plan's digest.
final class StepDigest {
  private final Seal seal;
  private final Records records;

  StepDigest(Seal seal) {
    this.seal = seal;
    this.records = new Records(seal);
  }

  /// Steps by their keys: their order in the plan is one of many that the edges allow.
  Value of(List<Step> steps) {
    return new Value.Items(
        steps.stream().sorted(Comparator.comparing(Step::key)).map(this::of).toList());
  }

  private Value of(Step step) {
    Tree tree =
        Tree.of("action", new Value.Text(action(step)))
            .and("address", step.key().address().toString())
            .and("key", step.key().toString())
            .and("waitsFor", Tree.texts(step.waitsFor()));
    return switch (step) {
      case Step.Create create ->
          calls(wanted(tree, create.desired()), create).and("uid", uid(create.before())).fields();
      case Step.Update update -> update(tree, update);
      case Step.Delete delete ->
          calls(tree, delete)
              .and("type", delete.before().type().toString())
              .and("scope", scope(delete.target().scope()))
              .and("uid", uid(delete.before()))
              .and("remote", delete.target().id())
              .and("role", delete.target().role().name())
              .fields();
      case Step.Read read ->
          tree.and("type", read.type().toString())
              .and("scope", scope(read.scope()))
              .and("arguments", value(read.arguments()))
              .fields();
      case Step.Amend amend -> amend(tree, amend);
      case Step.Write write -> tree.and("content", value(write.content())).fields();
      case Step.IfChanged ifChanged ->
          tree.and("trigger", difference(ifChanged.trigger()))
              .and("steps", of(ifChanged.steps()))
              .fields();
      case Step.Transaction transaction -> transaction(tree, transaction);
    };
  }

  private static String action(Step step) {
    return switch (step) {
      case Step.Amend amend -> amend.action().name().toLowerCase(Locale.ROOT);
      default -> SealedForm.kind(step.getClass());
    };
  }

  private Value update(Tree tree, Step.Update update) {
    Recorded before = update.before();
    return calls(wanted(tree, update.desired()), update)
        .and(
            "changes",
            new Value.Items(update.differences().stream().map(this::difference).toList()))
        .and("uid", uid(before))
        .and("remote", before == null ? null : before.current().map(RemoteObject::id).orElse(null))
        .fields();
  }

  private Value amend(Tree tree, Step.Amend amend) {
    Recorded before = amend.before();
    return tree.and("from", before == null ? null : before.address().toString())
        .and("uid", uid(before))
        .and("after", record(amend.after()))
        .fields();
  }

  /// The order of a transaction's own steps is part of what it does.
  private Value transaction(Tree tree, Step.Transaction transaction) {
    return tree.and("forward", inOrder(transaction.forward()))
        .and("noReturnAfter", new Value.Whole(transaction.noReturnAfter()))
        .and("reverse", inOrder(transaction.reverse()))
        .fields();
  }

  private Value inOrder(List<Step> steps) {
    return new Value.Items(steps.stream().map(this::of).toList());
  }

  private Tree wanted(Tree tree, Desired desired) {
    return tree.and("desired", desired.address().toString())
        .and("type", desired.type().toString())
        .and("scope", scope(desired.scope()))
        .and("attributes", value(desired.attributes()))
        .and("set", Tree.texts(desired.set()))
        .and("compare", modes(desired))
        .and("lifecycle", records.encode(desired.lifecycle()))
        .and("dependsOn", Tree.texts(desired.dependsOn()))
        .and("adoptBy", value(desired.adoptBy()))
        .and("timeouts", records.encode(desired.timeouts()));
  }

  private Value modes(Desired desired) {
    SortedMap<String, Value> modes = new TreeMap<>();
    desired.compare().forEach((path, mode) -> modes.put(path.toString(), records.encode(mode)));
    return new Value.Fields(modes);
  }

  private Tree calls(Tree tree, Step step) {
    return tree.and("calls", new Value.Items(step.calls().stream().map(this::call).toList()));
  }

  private Value call(Call call) {
    Supply supply = call.supply();
    return Tree.of("api", new Value.Text(call.api()))
        .and("arguments", value(call.arguments()))
        .and("repeat", records.encode(call.repeat()))
        .and("supply", supply == null ? null : records.encode(supply))
        .fields();
  }

  private Value difference(Difference difference) {
    Value before = difference.before();
    Value after = difference.after();
    return Tree.of("path", new Value.Text(difference.path().toString()))
        .and("before", before == null ? null : value(before))
        .and("after", after == null ? null : value(after))
        .fields();
  }

  private Value scope(Scope scope) {
    return records.encode(scope);
  }

  private static @Nullable String uid(@Nullable Recorded before) {
    return before == null ? null : before.uid().ulid();
  }

  private @Nullable Value record(@Nullable Recorded recorded) {
    if (recorded == null) {
      return null;
    }
    return Values.fields(records.encode(recorded)).without("run").without("sourceCommit");
  }

  private Value value(Value value) {
    return Values.encode(value, seal);
  }
}
