package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import dev.cairn.core.world.Fault;
import dev.cairn.core.world.Thing;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LostAnswerTest {
  private static Recorded record(Applied applied, String name) {
    return Objects.requireNonNull(applied.records().get(Address.of(name)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Repeat.class,
      names = {"FIND_BY_OPERATION", "FIND_BY_NATURAL_KEY"})
  void anObjectWhoseReplyWasLostIsFoundAndNotMadeAgain(Repeat repeat) {
    Rehearsal stage = new Rehearsal(repeat);
    stage.world.fault("world:Create", new Fault.LoseReply());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.things()).extracting(Thing::id).containsExactly("thing-1");
    assertThat(record(applied, "a").current().orElseThrow().id()).isEqualTo("thing-1");
  }

  @Test
  void anObjectThatShowsLateIsStillFound() {
    Rehearsal stage = new Rehearsal();
    stage.world.lag(Duration.ofSeconds(20)).fault("world:Create", new Fault.LoseReply());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.things()).hasSize(1);
  }

  @Test
  void aCallThatNeverArrivedIsSentAgainAfterLooking() {
    Rehearsal stage = new Rehearsal();
    stage.world.fault("world:Create", new Fault.LoseRequest());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.things()).hasSize(1);
    assertThat(Duration.between(Rehearsal.START, stage.time.instant()))
        .isGreaterThanOrEqualTo(Patience.STANDARD.notFound());
  }

  @Test
  void whatTheJournalSaysOfAFoundObjectIsItsId() {
    Rehearsal stage = new Rehearsal();
    stage.world.fault("world:Create", new Fault.LoseReply());

    stage.apply(stage.steps.create("a"));

    assertThat(stage.journal.entries())
        .filteredOn(entry -> entry instanceof Journal.Entry.Ended)
        .last()
        .asString()
        .contains("thing-1");
  }

  @Test
  void theYoungerOfTwoObjectsIsAStray() {
    Rehearsal stage = new Rehearsal();
    stage.world.fault("world:Create", new Fault.Double());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isFalse();
    assertThat(applied.strays()).containsExactly(Address.of("a"));
    assertThat(record(applied, "a").objects())
        .extracting(RemoteObject::role, RemoteObject::id)
        .containsExactly(tuple(Role.CURRENT, "thing-1"), tuple(Role.STRAY, "thing-2"));
  }

  @Test
  void aChangeWithoutAnAnswerIsSentAgain() {
    Rehearsal stage = new Rehearsal();
    Recorded before = stage.made(stage.steps.create("a"));
    stage.world.fault("world:Change", new Fault.LoseReply(), new Fault.LoseRequest());

    Applied applied = stage.apply(grown(stage, before));

    assertThat(applied.well()).isTrue();
  }

  @Test
  void aDeletionWithoutAnAnswerIsDoneWhenTheObjectIsGone() {
    Rehearsal stage = new Rehearsal();
    Recorded before = stage.made(stage.steps.create("a"));
    stage.world.fault("world:Delete", new Fault.LoseReply());

    Applied applied = stage.apply(stage.steps.delete(before));

    assertThat(applied.well()).isTrue();
    assertThat(applied.removed()).containsExactly(Address.of("a"));
  }

  @Test
  void anObjectThatShowsOnlyWhenItsCallIsSentAgainIsFoundThen() {
    Rehearsal stage = new Rehearsal();
    stage
        .world
        .lag(Patience.STANDARD.notFound().plusSeconds(10))
        .fault("world:Create", new Fault.LoseReply(), new Fault.Refuse(Kind.EXISTS));

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.things()).extracting(Thing::id).containsExactly("thing-1");
    assertThat(record(applied, "a").current().orElseThrow().id()).isEqualTo("thing-1");
  }

  @Test
  void aChangeThatExistsAfterALostReplyIsDone() {
    Rehearsal stage = new Rehearsal();
    Recorded before = stage.made(stage.steps.create("a"));
    stage.world.fault("world:Change", new Fault.LoseReply(), new Fault.Refuse(Kind.EXISTS));

    Applied applied = stage.apply(grown(stage, before));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.ledger()).containsExactly("world:Create a", "world:Change thing-1");
  }

  @Test
  void aChangeThatExistsWithoutALostReplyIsSomebodyElses() {
    Rehearsal stage = new Rehearsal();
    Recorded before = stage.made(stage.steps.create("a"));
    stage.world.fault("world:Change", new Fault.Refuse(Kind.EXISTS));

    Applied applied = stage.apply(grown(stage, before));

    assertThat(applied.failures().get(key("a", "update")))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.EXISTS));
  }

  @Test
  void anObjectThatExistsWithoutALostReplyIsNotTakenOver() {
    Rehearsal stage = new Rehearsal(Repeat.FIND_BY_NATURAL_KEY);
    stage.made(stage.steps.create("a"));
    stage.world.fault("world:Create", new Fault.Refuse(Kind.EXISTS));

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.records()).isEmpty();
    assertThat(applied.failures().get(key("a", "create")))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.EXISTS));
  }

  private static Step.Update grown(Rehearsal stage, Recorded before) {
    Desired bigger = desired("a", named("a").with("size", new Value.Whole(2)));
    return stage.steps.change("update", bigger, before, "size");
  }

  @Test
  void aProviderThatBreaksHasAnsweredNothing() {
    Rehearsal stage = new Rehearsal();
    stage.world.fault("world:Create", new Fault.Crash());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.things()).hasSize(1);
  }

  @Test
  void anAbortWhileLookingLeavesTheStepUndecided() {
    Rehearsal stage = new Rehearsal();
    stage
        .world
        .beforeCall(call -> stage.cancellation.abort())
        .fault("world:Create", new Fault.LoseReply());

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.undecided()).containsExactly(key("a", "create"));
    assertThat(applied.records()).isEmpty();
  }

  @Test
  void aCallWithATokenThatIsNeverAnsweredIsUndecided() {
    Rehearsal stage = new Rehearsal(Repeat.CLIENT_TOKEN);
    Fault lost = new Fault.LoseRequest();
    stage.world.fault("world:Create", lost, lost, lost, lost, lost);

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.undecided()).containsExactly(key("a", "create"));
    assertThat(applied.failures().get(key("a", "create")))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("CRN3005"));
  }
}
