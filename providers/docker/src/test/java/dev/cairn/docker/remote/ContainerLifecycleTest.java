package dev.cairn.docker.remote;

import static dev.cairn.docker.remote.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.docker.type.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attribute of a container on a real engine, whose endpoint is the property `cairn.docker`.
@Tag("engine")
@EnabledIfSystemProperty(named = "cairn.docker", matches = ".+")
class ContainerLifecycleTest {
  private static Bench bench;
  private static List<Bench.Made> around;

  @BeforeAll
  static void somethingToMeet() {
    String endpoint = System.getProperty("cairn.docker");
    TestImage.on(endpoint);
    bench = new Bench(endpoint);
    around =
        List.of(
            bench.create(
                Names.NETWORK,
                json(
                    """
                    {"name": "cairn-test-n1", "ipam": {"config": [{"subnet": "10.213.7.0/24"}]}}
                    """)),
            bench.create(Names.NETWORK, json("{\"name\": \"cairn-test-n2\"}")),
            bench.create(Names.VOLUME, json("{\"name\": \"cairn-test-a\"}")),
            bench.create(Names.VOLUME, json("{\"name\": \"cairn-test-b\"}")),
            bench.create(
                Names.CONTAINER,
                container(json("{\"name\": \"cairn-test-base\", \"ipc\": \"shareable\"}"))));
  }

  @AfterAll
  static void nothingIsLeft() {
    around.reversed().forEach(bench::delete);
    bench.close();
  }

  private static Value.Fields container(Value.Fields attributes) {
    return json("{\"image\": \"local/busybox:1\", \"command\": [\"sleep\", \"1000\"], \"init\":"
            + " true}")
        .with(attributes);
  }

  static Stream<Map.Entry<String, Value>> cases() {
    try (InputStream in = ContainerLifecycleTest.class.getResourceAsStream("containers.json")) {
      return json(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .fields()
          .entrySet()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Execution(ExecutionMode.CONCURRENT)
  void whatWasSetIsWhatIsRead(Map.Entry<String, Value> given) {
    Value.Fields written = container((Value.Fields) given.getValue());
    Bench.Made made = bench.create(Names.CONTAINER, written);
    try {
      Value.Fields set = bench.type(Names.CONTAINER).normalize(written);
      assertThat(Bench.differences(set, bench.observed(made), "")).isEmpty();
    } finally {
      bench.delete(made);
    }
    assertThat(bench.read(made)).isEqualTo(new Reading.Absent(1));
  }

  @Test
  void limitsNameAndStateChangeInPlace() {
    Value.Fields before = container(json("{\"name\": \"cairn-test-live\", \"memory\": \"64m\"}"));
    Bench.Made made = bench.create(Names.CONTAINER, before);
    try {
      Value.Fields after =
          container(
              json(
                  """
                  {"name": "cairn-test-renamed", "memory": "256m", "memoryReservation": "32m",
                   "cpus": 0.5, "cpuShares": 256, "cpuset": "0", "pidsLimit": 50,
                   "restart": "unless-stopped"}
                  """));
      List<String> calls =
          bench.update(
              made,
              after,
              "name",
              "memory",
              "memoryReservation",
              "cpus",
              "cpuShares",
              "cpuset",
              "pidsLimit",
              "restart");
      assertThat(calls).containsExactly("docker:ContainerRename", "docker:ContainerUpdate");
      Value.Fields set = bench.type(Names.CONTAINER).normalize(after);
      assertThat(Bench.differences(set, bench.observed(made), "")).isEmpty();
      bench.stop(made);
      assertThat(bench.observed(made).text("state")).hasValue("exited");
      assertThat(bench.update(made, after, "state")).containsExactly("docker:ContainerStart");
      assertThat(Bench.differences(set, bench.observed(made), "")).isEmpty();
    } finally {
      bench.delete(made);
    }
  }

  @Test
  void anObjectIsFoundByItsOperationAndItsLabelsAreNotShown() {
    Bench.Made made =
        bench.create(Names.CONTAINER, container(json("{\"labels\": {\"a\": \"b\"}}")));
    try {
      assertThat(bench.owned(Names.CONTAINER, made.ownership())).containsExactly(made.id());
      assertThat(bench.observed(made).fields("labels")).isEqualTo(json("{\"a\": \"b\"}"));
      assertThat(((Reading.Present) bench.read(made)).ownership()).isEqualTo(made.ownership());
    } finally {
      bench.delete(made);
    }
  }

  @Test
  void aContainerThatEndsAtOnceIsBrokenWithItsLastLinesAndWithoutSecrets() {
    Value secret = new Value.Sensitive(Value.text("hunter22"), null);
    Bench.Outcome outcome =
        bench.tryCreate(
            Names.CONTAINER,
            json("{\"image\": \"local/busybox:1\", \"command\": \"sh -c 'echo it is $S; exit 3'\"}")
                .with("environment", Value.Fields.of("S", secret)));
    bench.delete(outcome.made());
    assertThat(outcome.trouble().orElseThrow())
        .contains("exit code 3", "it is (sensitive)")
        .doesNotContain("hunter22");
  }

  @Test
  void aContainerThatRestartsAgainAndAgainIsBroken() {
    Bench.Outcome outcome =
        bench.tryCreate(
            Names.CONTAINER,
            json(
                "{\"image\": \"local/busybox:1\", \"command\": \"false\", \"restart\":"
                    + " \"always\"}"));
    bench.delete(outcome.made());
    assertThat(outcome.trouble().orElseThrow()).contains("again and again");
  }

  @Test
  void aContainerThatBecomesUnhealthyIsBroken() {
    Bench.Outcome outcome =
        bench.tryCreate(
            Names.CONTAINER,
            container(
                json(
                    """
                    {"healthcheck": {"test": "echo no; exit 1", "interval": "300ms", "retries": 1}}
                    """)));
    bench.delete(outcome.made());
    assertThat(outcome.trouble().orElseThrow()).contains("health check fails: no");
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    Bench.Made first =
        bench.create(Names.CONTAINER, container(json("{\"ports\": [\"18200:80\"]}")));
    Bench.Outcome second =
        bench.tryCreate(Names.CONTAINER, container(json("{\"ports\": [\"18200:80\"]}")));
    bench.delete(second.made());
    bench.delete(first);
    assertThat(second.trouble().orElseThrow()).startsWith("Refused").contains("REJECTED");
  }

  @Test
  void aMissingImageThatCannotBePulledIsRefusedByItsPull() {
    Bench.Outcome outcome = bench.tryCreate(Names.CONTAINER, json("{\"image\": \"local/none:1\"}"));
    assertThat(outcome.trouble().orElseThrow()).startsWith("Refused").contains("docker:ImagePull");
  }

  @Test
  void computedAttributesTellOfAddressesAndPorts() {
    Bench.Made made =
        bench.create(
            Names.CONTAINER,
            container(json("{\"ports\": [\"80\"], \"networks\": [\"cairn-test-n1\"]}")));
    Value.Fields observed = bench.observed(made);
    bench.delete(made);
    assertThat(observed.text("ipAddress").orElseThrow()).startsWith("10.213.7.");
    assertThat(observed.fields("networkAddresses").fields()).containsOnlyKeys("cairn-test-n1");
    assertThat(observed.fields("publishedPorts").whole("80/tcp").orElseThrow()).isPositive();
  }
}
