package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Digests;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import dev.cairn.core.apply.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Holds a plan of a file against what the state and reality are now. Per resource: only what the
/// plan rests on counts.
final class Staleness {
  private Staleness() {}

  /// @param observed now, of every record
  /// @param seal under which the plan's records were read
  static List<Diagnostic> of(
      Plan plan, StackState state, SortedMap<Address, List<Observed>> observed, Seal seal) {
    Records records = new Records(seal);
    List<Diagnostic> problems = new ArrayList<>();
    plan.reads()
        .forEach((address, digest) -> {
          List<Observed> now = observed.getOrDefault(address, List.of());
          if (now.isEmpty()) {
            problems.add(Problems.stale(address, "the record of `" + address + "`"));
          } else if (!Digests.ofReadings(now).equals(digest)) {
            problems.add(Problems.stale(address, "`" + address + "`"));
          }
        });
    for (Step step : new Numbering(plan).steps()) {
      if (step instanceof Step.Create create
          && create.before() == null
          && state.records().containsKey(step.key().address())
          && !plan.reads().containsKey(step.key().address())) {
        problems.add(
            Problems.stale(step.key().address(), "the record of `" + step.key().address() + "`"));
      }
      Recorded before = step.before();
      if (before != null && !plan.reads().containsKey(before.address())) {
        problems.add(
            Problems.stale(before.address(), "what was read of `" + before.address() + "`"));
      }
      if (step instanceof Step.Update update && !asShown(update, observed)) {
        problems.add(Problems.stale(update.key().address(), "`" + update.key().address() + "`"));
      }
      if (before != null && changed(step, before, state.records().get(before.address()), records)) {
        problems.add(Problems.stale(before.address(), "the record of `" + before.address() + "`"));
      }
    }
    return problems.stream().distinct().toList();
  }

  /// Whether the object still has the values that the step shows as those before it. What the
  /// digest of a plan covers cannot be edited; the readings beside it can.
  private static boolean asShown(Step.Update update, SortedMap<Address, List<Observed>> observed) {
    Recorded before = update.before();
    String id = before == null ? null : before.current().map(RemoteObject::id).orElse(null);
    return observed.getOrDefault(update.key().address(), List.of()).stream()
        .filter(one -> one.object().id().equals(id))
        .map(Observed::reading)
        .filter(Reading.Present.class::isInstance)
        .map(Reading.Present.class::cast)
        .allMatch(now -> asShown(update.differences(), now.attributes()));
  }

  /// What cannot be read is shown as it is recorded.
  private static boolean asShown(List<Difference> differences, Value.Fields now) {
    return differences.stream()
        .filter(difference -> difference.before() == null || !difference.before().sensitive())
        .allMatch(difference ->
            now.at(difference.path()).map(value -> value.equals(difference.before())).orElse(true));
  }

  /// The object may be reached another way by now.
  private static boolean has(Recorded before, RemoteObject target) {
    return before.objects().stream().anyMatch(one -> one.in(target.scope()).equals(target));
  }

  /// A step starts from the whole record that the state has, and deletes an object that is in it.
  private static boolean changed(
      Step step, Recorded before, @Nullable Recorded now, Records records) {
    return now == null
        || !records.encode(now).equals(records.encode(before))
        || (step instanceof Step.Delete delete && !has(before, delete.target()));
  }
}
