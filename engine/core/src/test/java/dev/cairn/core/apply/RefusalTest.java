package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.event.Event;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import dev.cairn.core.world.Fault;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RefusalTest {
  private final Rehearsal stage = new Rehearsal();

  private Failure failure(Applied applied, String kind) {
    return Objects.requireNonNull(applied.failures().get(key("a", kind)));
  }

  @Test
  void aThrottledCallIsSentAgain() {
    Fault throttled = new Fault.Refuse(Kind.THROTTLED);
    stage.world.fault("world:Create", throttled, throttled, throttled);

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.ledger()).containsExactly("world:Create a");
    assertThat(stage.time.instant()).isAfter(Rehearsal.START.plusMillis(1500));
  }

  @Test
  void whatWasJustMadeMayBeUnknownToTheServiceForAWhile() {
    stage.world.lag(Duration.ofSeconds(30));

    Applied applied =
        stage.apply(
            stage.steps.create("b"),
            stage.steps.create(
                desired("a", named("a").with("friend", of("b", "id"))), key("b", "create")));

    assertThat(applied.well()).isTrue();
  }

  @Test
  void whatWasNotMadeHereIsNotWaitedFor() {
    Applied applied =
        stage.apply(
            stage.steps.create(desired("a", named("a").with("friend", Value.text("thing-99")))));

    assertThat(failure(applied, "create").kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(stage.time.instant()).isEqualTo(Rehearsal.START);
  }

  @Test
  void aDeletionIsTriedAgainWhileSomethingIsInItsWay() {
    Recorded before = stage.made(stage.steps.create("a"));
    stage.world.fault("world:Delete", new Fault.Refuse(Kind.CONFLICT));

    assertThat(stage.apply(stage.steps.delete(before)).well()).isTrue();
  }

  @Test
  void aThingThatGrowsIsWaitedForAndTheWaitIsTold() {
    stage.world.growth(Duration.ofMinutes(2));

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(applied.well()).isTrue();
    assertThat(stage.events)
        .filteredOn(event -> event instanceof Event.Waiting)
        .first()
        .isEqualTo(
            new Event.Waiting(
                key("a", "create"),
                "grown",
                Rehearsal.START,
                Rehearsal.START.plus(Duration.ofMinutes(5)),
                "growing"));
  }

  @Test
  void aThingThatIsNotReadyInTimeIsRecordedIncomplete() {
    stage.world.growth(Duration.ofHours(1));

    Applied applied = stage.apply(stage.steps.create("a"));

    assertThat(failure(applied, "create").code()).isEqualTo("CRN3002");
    assertThat(failure(applied, "create").text()).contains("grown").contains("growing");
    assertThat(applied.records().values())
        .singleElement()
        .satisfies(record -> assertThat(record.current().orElseThrow().complete()).isFalse());
    assertThat(stage.time.instant()).isEqualTo(Rehearsal.START.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aProviderThatBreaksItsPromiseIsNamed() {
    stage.world.lie(new Value.Whole(7));

    Applied applied =
        stage.apply(stage.steps.create(desired("a", named("a").with("size", new Value.Whole(1)))));

    Failure failure = failure(applied, "create");
    assertThat(failure.code()).isEqualTo("CRN3003");
    assertThat(failure.at()).isEqualTo(Path.of("size"));
    assertThat(failure.text()).contains("provider world");
    assertThat(applied.records().values())
        .singleElement()
        .satisfies(record ->
            assertThat(record.current().orElseThrow().attributes().get("size"))
                .contains(new Value.Whole(7)));
  }

  @Test
  void aSecretThatCannotBeReadBackStaysRecordedAndMarked() {
    Value password = new Value.Sensitive(Value.text("s3cret"), null);

    Applied applied =
        stage.apply(stage.steps.create(desired("a", named("a").with("password", password))));

    assertThat(applied.well()).isTrue();
    assertThat(applied.records().toString()).doesNotContain("s3cret");
    assertThat(applied.records().values())
        .singleElement()
        .satisfies(record ->
            assertThat(record.current().orElseThrow().attributes().get("password"))
                .contains(password));
  }
}
