package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.of;
import static dev.cairn.core.world.Steps.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Value;
import dev.cairn.core.world.Fault;
import dev.cairn.core.world.Thing;
import dev.cairn.core.world.World;
import dev.cairn.testkit.store.MemoryJournal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RecoveryTest {
  private static final int LONGEST = 12;

  private static Plan chain(Rehearsal stage) {
    return plan(
        stage.steps.create(desired("a", named("a").with("badge", Value.text("x")))),
        stage.steps.create(
            desired("b", named("b").with("friend", of("a", "id"))), key("a", "create")));
  }

  static List<Integer> rooms() {
    return IntStream.range(0, LONGEST).boxed().toList();
  }

  /// The run dies when the journal takes no more: before or after each of its entries.
  @ParameterizedTest
  @MethodSource("rooms")
  void whereverARunDiesEveryObjectIsRecordedOnce(int room) {
    Rehearsal stage = new Rehearsal();
    Plan plan = chain(stage);
    stage.journal.room(room);
    boolean died = dies(stage, plan);
    stage.journal.room(Integer.MAX_VALUE);

    Applied applied = stage.recover(plan, false);

    assertThat(died).isEqualTo(room < 8);
    assertThat(applied.undecided()).isEmpty();
    assertThat(
            applied.records().values().stream()
                .flatMap(record -> record.objects().stream())
                .map(RemoteObject::id))
        .containsExactlyInAnyOrderElementsOf(stage.world.things().stream().map(Thing::id).toList());
  }

  private static boolean dies(Rehearsal stage, Plan plan) {
    try {
      stage.apply(plan);
      return false;
    } catch (IllegalStateException full) {
      return true;
    }
  }

  @Test
  void whatIsFoundIsRecordedAsIncompleteWithTheIdThatItWasGiven() {
    Rehearsal stage = new Rehearsal();
    Plan plan = chain(stage);
    stage.journal.room(1);
    assertThatThrownBy(() -> stage.apply(plan)).hasMessageContaining("no space");
    stage.journal.room(Integer.MAX_VALUE);

    Applied applied = stage.recover(plan, false);

    Recorded record = Objects.requireNonNull(applied.records().get(Address.of("a")));
    assertThat(record.uid().ulid()).isEqualTo("uid-a");
    assertThat(record.current().orElseThrow())
        .satisfies(object -> {
          assertThat(object.complete()).isFalse();
          assertThat(object.id()).isEqualTo("thing-1");
          assertThat(object.madeBy()).hasToString("run-1.0");
        });
  }

  @Test
  void aRecoveryCanItselfBeRecovered() {
    Rehearsal stage = new Rehearsal();
    Plan plan = chain(stage);
    stage.journal.room(1);
    assertThatThrownBy(() -> stage.apply(plan)).hasMessageContaining("no space");
    stage.journal.room(Integer.MAX_VALUE);

    Applied first = stage.recover(plan, false);
    Applied second = stage.recover(plan, false);

    assertThat(second.records()).isEqualTo(first.records());
  }

  @ParameterizedTest
  @EnumSource(
      value = Repeat.class,
      names = {"FIND_BY_OPERATION", "FIND_BY_NATURAL_KEY", "CLIENT_TOKEN"})
  void withoutAJournalEveryCreationIsLookedFor(Repeat repeat) {
    Rehearsal stage = new Rehearsal(repeat);
    Plan plan = plan(stage.steps.create("a"), stage.steps.create("b"), stage.steps.create("c"));
    stage.apply(plan(plan.steps().get(0), plan.steps().get(1)));
    stage.journal = new MemoryJournal();

    Applied applied = stage.recover(plan, true);

    assertThat(applied.records()).containsOnlyKeys(Address.of("a"), Address.of("b"));
    assertThat(stage.world.things()).hasSize(2);
  }

  static List<Consumer<World>> waysForALookToFail() {
    Failure unreachable =
        new Failure(Kind.UNAVAILABLE, "world:List", "503", null, null, "no route to the world");
    return List.of(
        world -> world.silence(unreachable),
        world ->
            world.beforeLook(() -> {
              throw new IllegalArgumentException("no route to the world");
            }),
        world ->
            world.beforeLook(() -> {
              throw new DiagnosticException(
                  Diagnostic.error("CRN3001", "no session", "no route to the world"));
            }));
  }

  @ParameterizedTest
  @MethodSource("waysForALookToFail")
  void aLookThatFailsLeavesItsStepUndecidedWithTheCause(Consumer<World> failing) {
    Rehearsal stage = new Rehearsal();
    Plan plan = chain(stage);
    stage.journal.room(1);
    assertThatThrownBy(() -> stage.apply(plan)).hasMessageContaining("no space");
    stage.journal.room(Integer.MAX_VALUE);
    failing.accept(stage.world);

    Applied applied = stage.recover(plan, false);

    assertThat(applied.undecided()).containsExactly(key("a", "create"));
    assertThat(Objects.requireNonNull(applied.failures().get(key("a", "create"))).text())
        .contains("no route to the world");
  }

  @Test
  void aSecondObjectThatARecoveryFindsIsAStray() {
    Rehearsal stage = new Rehearsal();
    Plan plan = plan(stage.steps.create("a"));
    stage.world.fault("world:Create", new Fault.Double());
    stage.journal.room(1);
    assertThatThrownBy(() -> stage.apply(plan)).hasMessageContaining("no space");
    stage.journal.room(Integer.MAX_VALUE);

    assertThat(stage.recover(plan, false).strays()).containsExactly(Address.of("a"));
  }

  @Test
  void recoveringSendsNothing() {
    Rehearsal stage = new Rehearsal();
    Plan plan = chain(stage);
    stage.journal.room(4);
    assertThatThrownBy(() -> stage.apply(plan)).hasMessageContaining("no space");
    stage.journal.room(Integer.MAX_VALUE);
    List<String> before = stage.world.ledger();

    stage.recover(plan, false);

    assertThat(stage.world.ledger()).isEqualTo(before);
  }
}
