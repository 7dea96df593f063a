package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.keys;
import static dev.cairn.core.world.Steps.named;
import static dev.cairn.core.world.Steps.of;
import static dev.cairn.core.world.Steps.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.core.world.ThingType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GateTest {
  private static final Value.Fields DECLARED =
      named("a")
          .with("friend", of("b", "id"))
          .with("rules", new Value.Items(List.of(named("first"), named("second"))))
          .with("password", new Value.Sensitive(Value.text("s3cret"), null));
  private static final Value.Fields RESOLVED = DECLARED.with("friend", Value.text("thing-7"));

  private final Rehearsal stage = new Rehearsal();

  private Reply send(Call declared, Call call) {
    Desired wanted = desired("a", declared.arguments());
    Step step = new Step.Create(key("a", "create"), keys(), wanted, null, List.of(declared));
    Run run =
        new Run(
            stage.means(),
            stage.intent(plan(step)),
            stage.journal,
            Claim.ALONE,
            stage.cancellation);
    Work work =
        new Steps(run)
            .work(
                step,
                Action.CREATE,
                ThingType.NAME,
                wanted.scope(),
                new Uid("uid-a"),
                ThingType.TIMEOUTS.create(),
                0);
    return new Gate(run).send(work, declared, call, work.target(null, call.arguments(), 0));
  }

  private static Call create(Value.Fields arguments) {
    return new Call("world:Create", arguments, Repeat.FIND_BY_OPERATION);
  }

  private static Value.Fields rules(Value... rules) {
    return RESOLVED.with("rules", new Value.Items(List.of(rules)));
  }

  static Stream<Value.Fields> whatNoPlanDeclares() {
    Value.Fields first = named("first");
    return Stream.of(
        RESOLVED.with("size", new Value.Whole(1)),
        RESOLVED.with("name", Value.text("b")),
        RESOLVED.with("name", new Value.Sensitive(Value.text("b"), null)),
        RESOLVED.without("name"),
        RESOLVED.with("password", new Value.Sensitive(Value.text("other"), null)),
        RESOLVED.without("password"),
        rules(first),
        rules(first, named("other")),
        rules(named("second"), first),
        rules(first, named("second"), named("third")),
        rules(first, named("second").with("more", new Value.Flag(true))),
        rules(first, Value.Fields.EMPTY),
        RESOLVED.with("rules", first));
  }

  @ParameterizedTest
  @MethodSource("whatNoPlanDeclares")
  void argumentsThatThePlanDoesNotDeclareAreRefusedBeforeSending(Value.Fields arguments) {
    Reply reply = send(create(DECLARED), create(arguments));

    refused(reply);
  }

  @Test
  void anotherCallThanTheDeclaredOneIsRefusedBeforeSending() {
    refused(send(create(DECLARED), new Call("world:Delete", RESOLVED, Repeat.SAFE)));
  }

  private void refused(Reply reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.failure().code()).isEqualTo("CRN3009"));
    assertThat(stage.world.ledger()).isEmpty();
    assertThat(stage.journal.entries()).isEmpty();
  }

  @Test
  void whatWasUnknownMayTurnOutToBeAnythingOrNotSetAtAll() {
    assertThat(send(create(DECLARED), create(RESOLVED.without("friend"))))
        .isInstanceOf(Reply.Done.class);
  }
}
