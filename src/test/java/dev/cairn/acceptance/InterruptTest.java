package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Running;
import dev.cairn.acceptance.parts.Shell;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.Exchange;
import dev.cairn.referee.Latency;
import dev.cairn.referee.Trigger;
import dev.cairn.referee.Trigger.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A person interrupts an apply of sixty addresses over a network of 200 ms.
@ExtendWith(Parts.class)
class InterruptTest {
  private static final String STACK =
      """
      stack: sixty
      providers: { aws: { region: us-east-1 } }
      resources:
        ip: { type: aws.eip, forEach: [ %s ] }
      """
          .formatted(
              IntStream.range(0, 60).mapToObj(i -> "n" + i).collect(Collectors.joining(", ")));

  @TempDir Path directory;
  private Moto moto;
  private AwsReferee aws;
  private Cairn cairn;

  @BeforeEach
  void open(Moto aMoto) throws Exception {
    moto = aMoto;
    moto.reset();
    aws = AwsReferee.start(moto.uri());
    aws.add(new Latency(Duration.ofMillis(200)));
    cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", aws.uri().toString());
    cairn.begin();
    cairn.commit(STACK);
  }

  @AfterEach
  void close() throws Exception {
    aws.close();
  }

  @Test
  void onceItStartsNothingMoreAndSaysHowMuchIsLeft() {
    Shell.Result result = interrupted(1);

    assertThat(result.exit()).as("%s%s", result.out(), result.err()).isEqualTo(130);
    int made = made();
    assertThat(made).isBetween(1, 20);
    assertThat(result.err()).contains("CRN3014", (60 - made) + " steps were not started");
    assertThat(result.out()).contains("Interrupted: " + made + " steps done", "not started");
    cairn.run("apply", "--yes").orFail();
    assertThat(made()).isEqualTo(60);
  }

  @Test
  void twiceItEndsAtOnceAndTheNextApplyKnowsWhatWasMade() {
    Shell.Result result = interrupted(2);

    assertThat(result.exit()).as("%s%s", result.out(), result.err()).isEqualTo(130);
    assertThat(made()).isBetween(1, 20);
    assertThat(result.out()).contains("not started");
    cairn.run("apply", "--yes").orFail();
    assertThat(made()).isEqualTo(60);
  }

  private Shell.Result interrupted(int times) {
    AtomicReference<Running> apply = new AtomicReference<>();
    aws.add(
        new Trigger(
            Moment.AFTER_FORWARD,
            Exchange::mutating,
            3,
            () -> {
              for (int i = 0; i < times; i++) {
                apply.get().interrupt();
              }
            }));
    apply.set(cairn.start("apply", "--yes"));
    return apply.get().end(Duration.ofMinutes(2));
  }

  private int made() {
    return Integer.parseInt(
        moto.boto3("print(len(ec2.describe_addresses()['Addresses']))").strip());
  }
}
