package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.of;
import static dev.cairn.core.world.Steps.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cairn.api.address.Address;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied.End;
import dev.cairn.core.world.Fault;
import dev.cairn.core.world.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ApplierTest {
  private final Rehearsal stage = new Rehearsal();

  private static RemoteObject current(Applied applied, String name) {
    return Objects.requireNonNull(applied.records().get(Address.of(name))).current().orElseThrow();
  }

  @Test
  void aCreatedThingIsRecordedWithItsIdAndWhatTheProviderGaveIt() {
    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    Recorded record = Objects.requireNonNull(applied.records().get(Address.of("a")));
    assertThat(record.uid().ulid()).isEqualTo("uid-a");
    assertThat(record.schemaVersion()).isEqualTo(3);
    assertThat(record.sourceCommit()).isEqualTo("c0ffee");
    RemoteObject object = current(applied, "a");
    assertThat(object.complete()).isTrue();
    assertThat(object.id()).isEqualTo("thing-1");
    assertThat(object.attributes().text("serial")).contains("s1");
    assertThat(object.attributes().text("id")).contains("thing-1");
    assertThat(stage.world.things())
        .singleElement()
        .satisfies(thing -> {
          assertThat(thing.ownership().operation()).hasToString("run-1.0");
          assertThat(thing.ownership().stack()).isEqualTo("demo/default");
        });
  }

  static List<Error> deaths() {
    return List.of(
        new NoClassDefFoundError("dev/cairn/Gone"),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void anErrorOfTheJvmInAStepEndsTheRunAndTheNextOneKnowsWhatWasSent(Error death) {
    Step.Create first = stage.steps.create("a");
    Plan plan =
        plan(
            first,
            stage.steps.create(desired("b", named("b")), first.key()),
            stage.steps.create("c"));
    stage.world.beforeCall(call -> {
      if (call.arguments().text("name").equals(Optional.of("a"))) {
        throw death;
      }
    });

    assertThatThrownBy(
            () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> stage.apply(plan)))
        .isSameAs(death);
    assertThat(stage.journal.entries()).anyMatch(Journal.Entry.Begun.class::isInstance);
    stage.world.beforeCall(call -> {});
    assertThat(stage.recover(plan, false).undecided()).isEmpty();
  }

  @Test
  void aReferenceIsResolvedFromTheFinishedStep() {
    Applied applied =
        stage.apply(
            stage.steps.create("a"),
            stage.steps.create(
                desired("b", named("b").with("friend", of("a", "id")))
                    .after(new TreeSet<>(Set.of(Address.of("a")))),
                key("a", "create")));

    assertThat(current(applied, "b").attributes().text("friend")).contains("thing-1");
    assertThat(Objects.requireNonNull(applied.records().get(Address.of("b"))).dependsOn())
        .containsExactly(Address.of("a"));
  }

  @Test
  void onePlaceTakesNoTurnsFromAnother() throws Exception {
    int both = 2 * stage.provider.parallelism();
    CountDownLatch underWay = new CountDownLatch(both);
    AtomicBoolean together = new AtomicBoolean(true);
    stage.world.beforeCall(call -> {
      underWay.countDown();
      together.compareAndSet(true, awaited(underWay));
    });
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < both; i++) {
      Scope scope = new Scope("world", Value.Fields.EMPTY, null, Address.of("h" + i % 2));
      steps.add(stage.steps.create(desired("t" + i, named("t" + i)).in(scope)));
    }

    stage.apply(steps.toArray(Step[]::new));

    assertThat(together).isTrue();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @Test
  void aScopeIsResolvedAndRecorded() {
    Scope unresolved =
        new Scope("world", Value.Fields.of("endpoint", of("a", "serial")), "key", Address.of("a"));
    Applied applied =
        stage.apply(
            stage.steps.create("a"),
            stage.steps.create(desired("b", named("b")).in(unresolved), key("a", "create")));

    assertThat(
            Objects.requireNonNull(applied.records().get(Address.of("b")))
                .current()
                .orElseThrow()
                .scope())
        .isEqualTo(
            new Scope(
                "world", Value.Fields.of("endpoint", Value.text("s1")), "key", Address.of("a")));
  }

  @Test
  void aValueThatNoStepGivesFailsTheStepBeforeAnyCall() {
    Applied applied =
        stage.apply(stage.steps.create(desired("b", named("b").with("size", of("z", "id")))));

    assertThat(applied.failures().get(key("b", "create")))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("CRN3004"));
    assertThat(stage.world.ledger()).isEmpty();
  }

  @Test
  void whatDependsOnAFailedStepIsSkippedAndTheRestGoesOn() {
    stage.world.fault("world:Create", new Fault.Refuse(Kind.DENIED));
    Step.Create first = stage.steps.create("a");
    Applied applied =
        stage.apply(
            first,
            stage.steps.create("b", key("a", "create")),
            stage.steps.create("c", key("b", "create")),
            stage.steps.create(desired("d", named("d")), key("e", "create")),
            stage.steps.create("e"));

    // a and e are both free: the world refuses whichever comes first
    assertThat(applied.failures()).hasSize(1);
    assertThat(applied.skipped().values()).containsOnly(applied.failures().firstKey());
    assertThat(applied.done().size() + applied.skipped().size()).isEqualTo(4);
    assertThat(applied.end()).isEqualTo(End.FINISHED);
    assertThat(applied.well()).isFalse();
  }

  @Test
  void neverMoreCallsAreUnderWayThanTheProviderAllows() {
    stage.world.beforeCall(call -> moment());
    List<Step> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(stage.steps.create("t" + i));
    }

    Applied applied = stage.apply(plan(many));

    assertThat(applied.records()).hasSize(40);
    assertThat(stage.world.mostUnderWay()).isBetween(2, 4);
  }

  private static void moment() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void settledAttributesAreRecordedByTheirOwnStep() {
    Desired wanted = desired("a", named("a").with("rules", Value.text("all")));
    Step.Create create = stage.steps.create(wanted);
    stage.world.fault("world:Change", new Fault.Refuse(Kind.REJECTED));

    Applied applied = stage.apply(create, stage.steps.settle(wanted, "rules", key("a", "create")));

    assertThat(applied.failures()).containsOnlyKeys(key("a", "settle"));
    assertThat(current(applied, "a").complete()).isFalse();
    assertThat(current(applied, "a").attributes().has("rules")).isFalse();
  }

  @Test
  void aSettledThingIsComplete() {
    Desired wanted = desired("a", named("a").with("rules", Value.text("all")));

    Applied applied =
        stage.apply(
            stage.steps.create(wanted), stage.steps.settle(wanted, "rules", key("a", "create")));

    assertThat(applied.well()).isTrue();
    assertThat(current(applied, "a").complete()).isTrue();
    assertThat(current(applied, "a").attributes().text("rules")).contains("all");
  }

  @Test
  void anUpdateKeepsWhatItDoesNotChange() {
    Recorded before =
        stage.made(stage.steps.create(desired("a", named("a").with("size", number(1)))));
    Desired wanted = desired("a", named("a").with("size", number(2)));

    Applied applied = stage.apply(stage.steps.change("update", wanted, before, "size"));

    assertThat(current(applied, "a").attributes().get("size")).contains(number(2));
    assertThat(current(applied, "a").attributes().text("serial")).contains("s1");
    assertThat(current(applied, "a").madeBy()).hasToString("run-1.0");
    assertThat(stage.world.ledger()).containsExactly("world:Create a", "world:Change thing-1");
  }

  private static Value number(long number) {
    return new Value.Whole(number);
  }

  @Test
  void aDeletionRemovesTheRecord() {
    Recorded before = stage.made(stage.steps.create("a"));

    Applied applied = stage.apply(stage.steps.delete(before));

    assertThat(applied.removed()).containsExactly(Address.of("a"));
    assertThat(stage.world.things()).isEmpty();
  }

  @Test
  void aDeletionOfWhatIsGoneIsDone() {
    Recorded before = stage.made(stage.steps.create("a"));
    stage.apply(stage.steps.delete(before));

    Applied again = stage.apply(stage.steps.delete(before));

    assertThat(again.well()).isTrue();
    assertThat(again.removed()).containsExactly(Address.of("a"));
  }

  @Test
  void theOldObjectIsDeposedUntilItIsDeleted() {
    Recorded before = stage.made(stage.steps.create("a"));
    Step.Create create = stage.steps.create(desired("a", named("a2")));
    Step.Create second =
        new Step.Create(create.key(), new TreeSet<>(), create.desired(), before, create.calls());

    stage.world.fault("world:Delete", new Fault.Refuse(Kind.DENIED));
    Applied half = stage.apply(second, stage.steps.delete(before, second.key()));
    Applied whole = stage.apply(second, stage.steps.delete(before, second.key()));

    assertThat(Objects.requireNonNull(half.records().get(Address.of("a"))).objects())
        .extracting(RemoteObject::role)
        .containsExactly(Role.CURRENT, Role.DEPOSED);
    Recorded after = Objects.requireNonNull(whole.records().get(Address.of("a")));
    assertThat(after.objects()).extracting(RemoteObject::id).containsExactly("thing-3");
    assertThat(after.uid()).isEqualTo(before.uid());
  }

  @Test
  void anObjectThatIsGoneIsForgottenWhenItIsMadeAgain() {
    Recorded before = stage.made(stage.steps.create("a"));
    Step.Create create = stage.steps.create("a");

    Applied applied =
        stage.apply(
            new Step.Create(
                create.key(), new TreeSet<>(), create.desired(), before, create.calls()));

    assertThat(Objects.requireNonNull(applied.records().get(Address.of("a"))).objects())
        .extracting(RemoteObject::id)
        .containsExactly("thing-2");
  }

  @Test
  void twoThingsWhoseRulesNameEachOtherAreMadeAndSettled() {
    Desired one = desired("a", named("a").with("rules", of("b", "id")));
    Desired other = desired("b", named("b").with("rules", of("a", "id")));

    Applied applied =
        stage.apply(
            stage.steps.create(one),
            stage.steps.create(other),
            stage.steps.settle(one, "rules", key("a", "create"), key("b", "create")),
            stage.steps.settle(other, "rules", key("a", "create"), key("b", "create")));

    assertThat(applied.failures()).isEmpty();
    assertThat(current(applied, "a").attributes().get("rules"))
        .contains(Value.text(current(applied, "b").id()));
  }

  @Test
  void whatWasReplacedFirstDeletedKeepsItsIdentity() {
    Recorded before = stage.made(stage.steps.create("a"));
    Step.Delete delete = stage.steps.delete(before);

    Applied applied = stage.apply(delete, stage.steps.create("a", delete.key()));

    assertThat(applied.removed()).isEmpty();
    assertThat(current(applied, "a").id()).isEqualTo("thing-2");
  }

  @Test
  void everyCallIsInTheJournalBeforeAndAfter() {
    stage.apply(stage.steps.create(desired("a", named("a").with("badge", Value.text("x")))));

    assertThat(stage.journal.entries())
        .extracting(entry -> entry.getClass().getSimpleName())
        .containsExactly("Begun", "Ended", "Begun", "Ended", "Done");
  }

  @Test
  void aFailedLaterCallLeavesAnIncompleteRecord() {
    stage.world.fault("world:Pin", new Fault.Refuse(Kind.REJECTED));

    Applied applied =
        stage.apply(stage.steps.create(desired("a", named("a").with("badge", Value.text("x")))));

    assertThat(applied.failures()).containsOnlyKeys(key("a", "create"));
    assertThat(current(applied, "a").complete()).isFalse();
    assertThat(current(applied, "a").id()).isEqualTo("thing-1");
  }

  @Test
  void nothingIsSentWhenTheJournalIsFull() {
    stage.journal.room(0);

    assertThatThrownBy(() -> stage.apply(stage.steps.create("a")))
        .hasMessageContaining("no space left");
    assertThat(stage.world.ledger()).isEmpty();
  }

  @Test
  void nothingIsSentWithoutAClaim() {
    stage.claim = () -> false;

    Applied applied = stage.apply(stage.steps.create("a"), stage.steps.create("b"));

    assertThat(applied.end()).isEqualTo(End.UNCLAIMED);
    assertThat(stage.world.ledger()).isEmpty();
  }

  @Test
  void credentialsThatEndStopTheRunAndKeepTheRecord() {
    Step.Create last = stage.steps.create("c", key("b", "create"));
    stage.world.fault("world:Pin", new Fault.Refuse(Kind.EXPIRED));
    Desired pinned = desired("b", named("b").with("badge", Value.text("x")));

    Applied applied =
        stage.apply(stage.steps.create("a"), stage.steps.create(pinned, key("a", "create")), last);

    assertThat(applied.end()).isEqualTo(End.EXPIRED);
    assertThat(applied.records()).containsOnlyKeys(Address.of("a"), Address.of("b"));
    assertThat(stage.world.ledger()).hasSize(2);
  }

  @Test
  void everyStepTellsThatItStartsAndEnds() {
    stage.apply(stage.steps.create("a"));

    assertThat(stage.events)
        .satisfiesExactly(
            event -> assertThat(event).isEqualTo(new Event.Started(key("a", "create"))),
            event ->
                assertThat(event)
                    .isEqualTo(new Event.Ended(key("a", "create"), "thing-1", null, 0)));
  }

  @Test
  void drainingFinishesWhatIsUnderWayAndStartsNothingMore() {
    stage.world.beforeCall(call -> stage.cancellation.drain());

    Applied applied =
        stage.apply(stage.steps.create("a"), stage.steps.create("b", key("a", "create")));

    assertThat(applied.end()).isEqualTo(End.DRAINED);
    assertThat(applied.records()).containsOnlyKeys(Address.of("a"));
    assertThat(applied.notStarted()).containsExactlyInAnyOrder(key("b", "create"));
  }

  @Test
  void drainingStartsNothingThatWaitsForItsTurn() {
    stage.world.beforeCall(call -> stage.cancellation.drain());
    Step[] many =
        IntStream.range(0, 60).mapToObj(i -> stage.steps.create("t" + i)).toArray(Step[]::new);

    Applied applied = stage.apply(many);

    assertThat(applied.end()).isEqualTo(End.DRAINED);
    assertThat(applied.failures()).isEmpty();
    assertThat(stage.world.ledger()).hasSizeLessThanOrEqualTo(stage.provider.parallelism());
    assertThat(applied.notStarted()).hasSize(60 - stage.world.ledger().size());
    assertThat(stage.events)
        .filteredOn(Event.Started.class::isInstance)
        .hasSize(stage.world.ledger().size());
  }

  @Test
  void abortingLeavesWhatWasNotSentAsNotStarted() {
    stage.world.beforeCall(call -> stage.cancellation.abort());
    Step[] many =
        IntStream.range(0, 60).mapToObj(i -> stage.steps.create("t" + i)).toArray(Step[]::new);

    Applied applied = stage.apply(many);

    assertThat(applied.end()).isEqualTo(End.ABORTED);
    assertThat(applied.notStarted()).hasSize(60 - stage.world.ledger().size());
    assertThat(applied.records()).hasSize(stage.world.ledger().size());
  }

  @Test
  void drainingFinishesATransactionThatHasBegunAndStartsNoOther() {
    stage.world.beforeCall(call -> stage.cancellation.drain());

    Applied applied = stage.apply(pair("one"), pair("two", key("one", "both")));

    assertThat(applied.records()).containsOnlyKeys(Address.of("one-a"), Address.of("one-b"));
    assertThat(applied.notStarted()).containsExactly(key("two", "both"));
    assertThat(applied.failures()).isEmpty();
  }

  private Step.Transaction pair(String name, StepKey... waitsFor) {
    return new Step.Transaction(
        key(name, "both"),
        Steps.keys(waitsFor),
        List.of(stage.steps.create(name + "-a"), stage.steps.create(name + "-b")),
        0,
        List.of());
  }

  @Test
  void abortingEndsTheWaitsAndKeepsTheRecord() {
    stage.world.growth(Duration.ofMinutes(2)).beforeCall(call -> stage.cancellation.abort());

    Applied applied = stage.apply(stage.steps.create("a"), stage.steps.create("b"));

    assertThat(stage.world.things())
        .extracting(thing -> thing.attributes().text("name").orElseThrow())
        .containsExactlyInAnyOrderElementsOf(
            applied.records().keySet().stream().map(Address::toString).sorted().toList());
    assertThat(applied.records().values())
        .allSatisfy(record -> assertThat(record.current().orElseThrow().complete()).isFalse());
    assertThat(applied.well()).isFalse();
  }
}
