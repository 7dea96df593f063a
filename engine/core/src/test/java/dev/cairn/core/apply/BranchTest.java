package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.keys;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import dev.cairn.core.world.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BranchTest {
  private final Rehearsal stage = new Rehearsal();

  /// Replaces `old` if what `a` gets for a serial is not `before`; `c` refers to `old`.
  private Applied replaceUnless(Recorded old, String before) {
    Step.Delete delete = stage.steps.delete(old);
    Step.Create create = stage.steps.create("old", delete.key());
    Step.IfChanged branch =
        new Step.IfChanged(
            key("old", "replace"),
            keys(key("a", "create")),
            new Difference(Path.of("name"), Value.text(before), of("a", "serial")),
            List.of(delete, create));
    Step.Create friend =
        stage.steps.create(
            desired("c", named("c").with("friend", of("old", "id"))), key("old", "create"));
    return stage.apply(stage.steps.create("a"), branch, friend);
  }

  @Test
  void stepsAreOmittedWhenTheValueIsTheSame() {
    Recorded old = stage.made(stage.steps.create("old"));

    Applied applied = replaceUnless(old, "s2");

    assertThat(applied.well()).isTrue();
    assertThat(applied.omitted()).containsExactly(key("old", "create"), key("old", "delete"));
    assertThat(stage.world.ledger())
        .containsExactly("world:Create old", "world:Create a", "world:Create c");
  }

  @Test
  void stepsAreCarriedOutWhenTheValueHasChanged() {
    Recorded old = stage.made(stage.steps.create("old"));

    Applied applied = replaceUnless(old, "s1");

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.ledger())
        .containsExactly(
            "world:Create old",
            "world:Create a",
            "world:Delete thing-1",
            "world:Create old",
            "world:Create c");
  }

  private Step.Transaction transaction(int noReturnAfter, Recorded undo) {
    return new Step.Transaction(
        key("t", "transaction"),
        keys(),
        List.of(stage.steps.create("x"), stage.steps.create("y")),
        noReturnAfter,
        List.of(stage.steps.delete(undo)));
  }

  @Test
  void aTransactionRunsForwardInOrder() {
    Recorded undo = stage.made(stage.steps.create("undo"));

    Applied applied = stage.apply(transaction(1, undo));

    assertThat(applied.well()).isTrue();
    assertThat(stage.world.ledger())
        .containsExactly("world:Create undo", "world:Create x", "world:Create y");
  }

  @Test
  void aTransactionThatFailsEarlyIsReversed() {
    Recorded undo = stage.made(stage.steps.create("undo"));
    stage.world.fault("world:Create", new Fault.Refuse(Kind.DENIED));

    Applied applied = stage.apply(transaction(1, undo));

    assertThat(applied.well()).isFalse();
    assertThat(stage.world.ledger()).containsExactly("world:Create undo", "world:Delete thing-1");
    assertThat(stage.journal.entries())
        .contains(new Journal.Entry.Turned(key("t", "transaction"), false));
  }

  @Test
  void aTransactionBeyondTheReturnIsNotReversed() {
    Recorded undo = stage.made(stage.steps.create("undo"));
    stage.world.fault("world:Create", new Fault.Refuse(Kind.DENIED));

    Applied applied = stage.apply(transaction(-1, undo));

    assertThat(applied.well()).isFalse();
    assertThat(stage.world.ledger()).containsExactly("world:Create undo");
  }
}
