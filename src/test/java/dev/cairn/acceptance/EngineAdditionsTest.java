package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What an engine adds to what it makes is no change: on one whose daemon has every default set,
/// what was applied plans empty.
@ExtendWith(Parts.class)
class EngineAdditionsTest {
  @TempDir Path directory;
  private Engine engine;
  private Cairn cairn;

  @BeforeEach
  void open(@EveryDefault Engine anEngine) {
    engine = anEngine;
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    cairn.run("destroy", "--yes").orFail();
  }

  private void write(String resources) {
    cairn.commit(
        "stack: additions\nresources:\n  host: { type: docker.host, endpoint: \"%s\" }\n%s"
            .formatted(engine.endpoint(), resources.indent(2)));
  }

  private void settles(String resources) {
    write(resources);
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
  }

  @Test
  void anIpv4RangeBesideAnIpv6OneIsTheEngines() {
    settles(
        """
        six:
          type: docker.network
          host: ${host}
          name: additions-six
          enableIpv6: true
          ipam: { config: [ { subnet: "2001:DB8:0:0::1:1:0/112", gateway: "2001:DB8::1:1:1" } ] }
        """);
    assertThat(engine.docker("network", "inspect", "additions-six")).contains("10.201.");
  }

  @Test
  void aRangeThatIsNoLongerWantedReplacesTheNetwork() {
    String two =
        """
        two:
          type: docker.network
          host: ${host}
          name: additions-two
          ipam: { config: [ { subnet: 10.77.1.0/24 }, { subnet: "fd00:77::/64" } ] }
          enableIpv6: true
        """;
    settles(two);
    write(two.replace(", { subnet: \"fd00:77::/64\" }", "").replace("true", "false"));
    assertThat(cairn.run("plan").orFail().out()).contains("-/+ two");
    cairn.run("apply", "--yes").orFail();
    assertThat(engine.docker("network", "inspect", "additions-two")).doesNotContain("fd00:77");
  }

  @Test
  void theDaemonsUlimitsAndLogOptionsAreTheDaemons() {
    settles(
        """
        web:
          type: docker.container
          host: ${host}
          name: additions-web
          image: cairn.test/busybox:1
          command: sleep 1000
          ulimits: { core: 0, nproc: 512 }
          logging: { options: { max-file: "2" } }
        """);
    assertThat(
            engine.docker(
                "inspect",
                "-f",
                "{{json .HostConfig.Ulimits}} {{json .HostConfig.LogConfig}}",
                "additions-web"))
        .contains("nofile", "core", "512", "max-size");
  }

  @Test
  void theHostNameAmongTheAliasesIsTheEnginesUnlessItIsAskedFor() {
    settles(
        """
        net: { type: docker.network, host: "${host}", name: additions-net }
        web:
          type: docker.container
          host: ${host}
          name: additions-web
          image: cairn.test/busybox:1
          command: sleep 1000
          hostname: web.example
          networks: [ { network: "${net}", aliases: [ api ] } ]
        both:
          type: docker.container
          host: ${host}
          image: cairn.test/busybox:1
          command: sleep 1000
          hostname: both
          networks: [ { network: "${net}", aliases: [ both ] } ]
        """);
  }

  @Test
  void anEmptyCommandIsTheImagesCommand() {
    String stack =
        """
        shell:
          type: docker.container
          host: ${host}
          name: additions-shell
          image: cairn.test/busybox:1
          command: []
          stdinOpen: true
        """;
    settles(stack);
    assertThat(engine.docker("inspect", "-f", "{{json .Config.Cmd}}", "additions-shell"))
        .isEqualTo("[\"/bin/sh\"]");
    write(stack.replace("  command: []\n", ""));
    assertThat(cairn.run("plan", "--detailed-exitcode").orFail().out()).contains("No changes");
    write(stack.replace("[]", "sleep 1000"));
    assertThat(cairn.run("plan").orFail().out()).contains("-/+ shell");
  }

  @Test
  void anAttributeThatTheEngineDoesNotKnowIsRefusedInThePlanByName() {
    write(
        """
        web:
          type: docker.container
          host: ${host}
          image: cairn.test/busybox:1
          command: sleep 1000
          healthcheck: { test: "true", startPeriod: 5s, startInterval: 1s }
        """);
    String version = engine.docker("version", "-f", "{{.Server.APIVersion}}");
    boolean old = Integer.parseInt(version.split("\\.", -1)[1]) < 44;
    Shell.Result plan = cairn.run("plan");
    assertThat(plan.exit()).as(plan.err()).isEqualTo(old ? 1 : 0);
    if (old) {
      assertThat(plan.out() + plan.err())
          .contains("CRN2033", "healthcheck.startInterval", version, "stack.yaml:9")
          .doesNotContain("Digest:");
    }
  }

  @Test
  void anExpressionSeesWhatWasSetAndNotWhatTheEngineAdded() {
    settles(
        """
        web:
          type: docker.container
          host: ${host}
          name: additions-web
          image: cairn.test/busybox:1
          command: sleep 1000
          ulimits: { core: 0 }
          environment: { MODE: test }
        copy:
          type: docker.container
          host: ${host}
          name: additions-copy
          image: cairn.test/busybox:1
          command: sleep 1000
          ulimits: ${web.ulimits}
          environment: ${web.environment}
          labels: { limits: "${string(size(web.ulimits))}", names: "${string(size(web.environment))}", late: "${web.id + ' ' + string(size(web.ulimits))}" }
        """);
    assertThat(engine.docker("inspect", "-f", "{{json .Config.Labels}}", "additions-copy"))
        .contains("\"limits\":\"1\"", "\"names\":\"1\"", " 1\"");
  }
}
