package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.keys;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.state.Journal.Entry;
import dev.cairn.api.value.Value;
import dev.cairn.testkit.store.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A successor is made, the object before it is changed, a deposed one is deleted: all at once, for
/// one resource, ending in every order.
final class StepsOfOneAddressTest {
  private static final List<String> APIS = List.of("world:Create", "world:Change", "world:Delete");
  private static final Address THING = Address.of("thing");

  private final Rehearsal stage = new Rehearsal();

  static Stream<List<String>> everyOrder() {
    return orders(APIS).stream();
  }

  private static List<List<String>> orders(List<String> apis) {
    if (apis.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : apis) {
      for (List<String> rest : orders(apis.stream().filter(api -> !api.equals(first)).toList())) {
        orders.add(Stream.concat(Stream.of(first), rest.stream()).toList());
      }
    }
    return orders;
  }

  @ParameterizedTest
  @MethodSource("everyOrder")
  void noneForgetsWhatTheOthersHaveRecorded(List<String> order) {
    Plan plan = replacement(twoObjects());
    stage.journal = new MemoryJournal();
    stage.world.beforeCall(new InOrder(order, stage.journal)::pass);

    Applied applied = stage.apply(plan);

    assertThat(applied.failures()).isEmpty();
    Recorded left = Objects.requireNonNull(applied.records().get(THING));
    assertThat(left.objects()).singleElement().matches(one -> one.role() == Role.CURRENT);
    assertThat(stage.world.things())
        .extracting(thing -> thing.id())
        .containsExactly(left.objects().getFirst().id());
    assertThat(left.objects().getFirst().attributes().get("name"))
        .contains(Value.text("successor"));
    assertThat(stage.recover(plan, false).records()).isEqualTo(applied.records());
  }

  /// A current object, and a deposed one that an earlier run could not delete.
  private Recorded twoObjects() {
    Recorded current = stage.made(stage.steps.create("thing"));
    RemoteObject other = stage.made(stage.steps.create("other")).objects().getFirst();
    return new Recorded(
        current.address(),
        current.uid(),
        current.type(),
        current.schemaVersion(),
        List.of(current.objects().getFirst(), other.as(Role.DEPOSED)),
        current.dependsOn(),
        current.lifecycle(),
        current.placement(),
        current.run(),
        current.sourceCommit());
  }

  private Plan replacement(Recorded before) {
    RemoteObject current = before.objects().getFirst();
    RemoteObject deposed = before.objects().getLast();
    Desired successor = desired("thing", named("successor"));
    Step.Create made = stage.steps.create(successor);
    Step.Create create =
        new Step.Create(made.key(), made.waitsFor(), successor, before, made.calls());
    Step.Update change =
        stage.steps.change(
            "unsettle",
            desired("thing", named("thing").with("size", new Value.Whole(2))),
            before,
            "size");
    return plan(
        create,
        change,
        delete(before, deposed, 0),
        delete(before, current, 1, create.key(), change.key()));
  }

  private Step.Delete delete(
      Recorded before, RemoteObject object, int ordinal, StepKey... waitsFor) {
    return new Step.Delete(
        new StepKey(THING, "delete", ordinal),
        keys(waitsFor),
        before,
        object,
        stage.steps.delete(before).calls());
  }

  /// Holds the first call of each kind until all are there, and then lets one pass when the step of
  /// the one before it has been recorded.
  private static final class InOrder {
    private final List<String> order;
    private final MemoryJournal journal;
    private final CountDownLatch there = new CountDownLatch(APIS.size());
    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

    InOrder(List<String> order, MemoryJournal journal) {
      this.order = order;
      this.journal = journal;
    }

    void pass(Call call) {
      if (seen.put(call.api(), true) != null) {
        return;
      }
      there.countDown();
      try {
        assertThat(there.await(20, TimeUnit.SECONDS)).as("all under way at once").isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      while (recorded() < order.indexOf(call.api())) {
        LockSupport.parkNanos(200_000);
      }
    }

    private long recorded() {
      return journal.entries().stream().filter(entry -> entry instanceof Entry.Done).count();
    }
  }
}
