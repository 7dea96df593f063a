package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Running;
import dev.cairn.acceptance.parts.Shell;
import dev.cairn.referee.DockerReferee;
import dev.cairn.referee.Trigger;
import dev.cairn.referee.Trigger.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Each object is looked for, changed and deleted where it lives, on two real engines.
@ExtendWith(Parts.class)
class TwoPlacesTest {
  @TempDir Path directory;
  private Engine first;
  private Engine second;
  private Path sockets;
  private Cairn cairn;

  @BeforeEach
  void open(Engine one, @EveryDefault Engine other) throws Exception {
    first = one;
    second = other;
    sockets = Files.createTempDirectory("two");
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    List.of(first, second)
        .forEach(engine -> {
          for (String id : engine.docker("ps", "-aq", "--filter", "name=two-").lines().toList()) {
            engine.docker("rm", "-f", id);
          }
        });
  }

  private static String containers(Engine engine) {
    return engine.docker("ps", "-a", "--format", "{{.Names}}", "--filter", "name=two-");
  }

  private String reached(Engine engine, String name) throws Exception {
    Path link = sockets.resolve(name);
    Files.createSymbolicLink(link, engine.socket());
    return "unix://" + link;
  }

  private void host(String endpoint, String more) {
    cairn.commit(
        """
        stack: places
        resources:
          host: { type: docker.host, endpoint: "%s" %s }
          box: { type: docker.container, host: "${host}", name: two-box, image: "cairn.test/busybox:1", command: sleep 1000 }
        """
            .formatted(endpoint, more));
  }

  @Test
  void aLabelOfAHostIsNothingToWhatIsOnIt() {
    host(first.endpoint(), ", labels: { zone: a }");
    cairn.run("apply", "--yes").orFail();
    host(first.endpoint(), ", labels: { zone: b }");
    assertThat(cairn.run("plan").orFail().out()).contains("~ host").doesNotContain("box");
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
  }

  @Test
  void whatIsOnAHostIsFoundWhereTheHostIsReachedNow() throws Exception {
    host(reached(first, "old"), "");
    cairn.run("apply", "--yes").orFail();
    Files.delete(sockets.resolve("old"));
    host(reached(first, "new"), "");
    assertThat(cairn.run("plan").orFail().out()).contains("~ host").doesNotContain("box");
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
    cairn.run("destroy", "--yes").orFail();
    assertThat(containers(first)).isEmpty();
  }

  @Test
  void anotherEngineIsNotTakenForAnEmptyOne() throws Exception {
    host(reached(first, "old"), "");
    cairn.run("apply", "--yes").orFail();
    host(reached(second, "new"), "");
    Shell.Result plan = cairn.run("plan");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err()).contains("CRN2030", "another engine answers").doesNotContain("+ box");
  }

  @Test
  void whatWasOnAMachineIsGoneWithIt() throws Exception {
    host(reached(first, "old"), ", identity: i-1");
    cairn.run("apply", "--yes").orFail();
    host(reached(second, "new"), ", identity: i-2");
    assertThat(cairn.run("plan").orFail().out())
        .contains("+ box", "host follows host, which is replaced");
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
    assertThat(containers(second)).isEqualTo("two-box");
  }

  @Test
  void whatIsInAnotherRegionIsDeletedWhereItWas(Moto moto) {
    moto.reset();
    cairn = cairn.with("AWS_ENDPOINT_URL", moto.uri().toString());
    for (String region : List.of("us-east-1", "eu-west-1")) {
      cairn.commit(
          """
          stack: places
          providers: { aws: { region: us-east-1 } }
          resources:
            ip: { type: aws.eip, region: %s, lifecycle: { createBeforeDelete: true } }
          """
              .formatted(region));
      cairn.run("apply", "--yes").orFail();
      cairn.nothingToDo();
    }
    assertThat(
            moto.boto3(
                """
                for region in ['us-east-1', 'eu-west-1']:
                  there = boto3.client('ec2', **{**o, 'region_name': region})
                  print(len(there.describe_addresses()['Addresses']))
                """))
        .isEqualTo("0\n1");
    cairn.run("destroy", "--yes").orFail();
  }

  private void moves(String host, String one) {
    cairn.commit(
        """
        stack: places
        resources:
          a: { type: docker.host, endpoint: "%s" }
          b: { type: docker.host, endpoint: "%s" }
          box:
            type: docker.container
            host: ${%s}
            name: two-box
            image: cairn.test/busybox:1
            command: sleep 1000
            lifecycle: { createBeforeDelete: true }
        """
            .formatted(one, second.endpoint(), host));
  }

  @Test
  void whatMovedToAnotherHostIsDeletedWhereItWasThoughTheRunWasKilledOnTheWay() throws Exception {
    try (DockerReferee referee = DockerReferee.start(first.socket(), sockets.resolve("referee"))) {
      String one = "unix://" + referee.socket();
      moves("a", one);
      cairn.run("apply", "--yes").orFail();
      AtomicReference<Running> apply = new AtomicReference<>();
      Trigger kill =
          new Trigger(Moment.BEFORE_FORWARD, call -> call.mutating(), 1, () -> apply.get().kill());
      referee.add(kill);
      moves("b", one);
      apply.set(cairn.start("apply", "--yes"));
      apply.get().end(Duration.ofMinutes(2));
      assertThat(kill.happened()).isTrue();

      cairn.run("apply", "--yes").orFail();
      assertThat(containers(first)).isEmpty();
      assertThat(containers(second)).isEqualTo("two-box");
      cairn.nothingToDo();
      cairn.run("destroy", "--yes").orFail();
      assertThat(containers(second)).isEmpty();
    }
  }
}
