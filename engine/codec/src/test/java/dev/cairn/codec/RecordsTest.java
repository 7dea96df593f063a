package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Journal.Entry;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private final Records records = new Records(Seal.MARK);

  record Odd(Shape shape, Residual residual, Duration length, Instant at, List<Shape> more) {}

  @Test
  void aPlanIsReadAgainAsItWas() {
    Plan plan = Samples.plan();
    Value tree = Json.read(Json.canonical(records.encode(plan)));
    assertThat(records.decode(tree, Plan.class)).isEqualTo(plan);
  }

  @Test
  void aRecordIsReadAgainAsItWas() {
    Recorded recorded = Samples.recorded("subnet[\"a\"]");
    Value tree = Json.read(Json.canonical(records.encode(recorded)));
    assertThat(records.decode(tree, Recorded.class)).isEqualTo(recorded);
  }

  @Test
  void shapesResidualsAndTimesAreReadAgain() {
    Odd odd =
        new Odd(
            Shape.Scalar.INT,
            new Residual.Secret("env:A"),
            Duration.ofSeconds(90),
            Instant.parse("2026-01-02T03:04:05Z"),
            List.of(new Shape.MapOf(Shape.Scalar.ANY)));
    assertThat(records.decode(records.encode(odd), Odd.class)).isEqualTo(odd);
  }

  @Test
  void aKindTellsTheRecordsOfASealedInterfaceApart() {
    Entry entry =
        new Entry.Ended(
            Samples.OPERATION,
            0,
            new Reply.Lost(
                new Failure(Failure.Kind.NOT_FOUND, "ec2:CreateVpc", "504", null, null, "late")));
    assertThat(Json.canonical(records.encode(entry)))
        .isEqualTo(
            "{\"call\":0,\"kind\":\"ended\",\"operation\":\"01RUN.3\",\"reply\":{\"failure\":"
                + "{\"call\":\"ec2:CreateVpc\",\"code\":\"504\",\"kind\":\"notFound\","
                + "\"text\":\"late\"},\"kind\":\"lost\"}}");
    assertThat(records.decode(records.encode(entry), Entry.class)).isEqualTo(entry);
  }

  @Test
  void absentCollectionsAreEmptyAndOtherAbsentFieldsAreErrors() {
    Value.Fields tree = (Value.Fields) records.encode(Samples.recorded("vpc"));
    assertThat(records.decode(tree.without("dependsOn"), Recorded.class).dependsOn()).isEmpty();
    assertThat(records.decode(tree.without("sourceCommit"), Recorded.class).sourceCommit())
        .isNull();
    assertThatThrownBy(() -> records.decode(tree.without("uid"), Recorded.class))
        .isInstanceOf(CodecException.class)
        .hasMessage("uid: is missing");
  }

  @Test
  void anErrorNamesThePath() {
    Value.Fields tree = (Value.Fields) records.encode(Samples.plan());
    String damaged = Json.canonical(tree).replace("\"repeat\":\"clientToken\"", "\"repeat\":7");
    assertThatThrownBy(() -> records.decode(Json.read(damaged), Plan.class))
        .isInstanceOfSatisfying(
            CodecException.class, e -> assertThat(e.path()).isEqualTo("steps[0].calls[0].repeat"));
    assertThatThrownBy(
            () -> records.decode(tree.with("surprise", new Value.Flag(true)), Plan.class))
        .hasMessageStartingWith("surprise");
    assertThatThrownBy(() -> records.decode(Value.Fields.EMPTY, Step.class))
        .hasMessageStartingWith("kind");
  }

  @Test
  void anUnreadableAddressIsAnErrorThatDoesNotQuoteIt() {
    Value.Fields tree = (Value.Fields) records.encode(Samples.recorded("vpc"));
    assertThatThrownBy(
            () -> records.decode(tree.with("address", new Value.Text("a b")), Recorded.class))
        .isInstanceOf(CodecException.class)
        .hasMessageStartingWith("address:")
        .hasMessageNotContaining("a b");
  }
}
