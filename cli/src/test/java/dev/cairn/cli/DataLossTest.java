package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds data is deleted by nobody who has not said so.
class DataLossTest {
  private static final String HOSTS =
      """
      stack: kept
      resources:
        one: { type: docker.host, endpoint: "unix:///one.sock" }
        two: { type: docker.host, endpoint: "unix:///two.sock" }
      """;
  private static final String DATA =
      """
        data: { type: docker.volume, host: "${one}", name: data, driver: local, labels: { team: web } }
        net: { type: docker.network, host: "${one}", name: net, labels: { team: web } }
      """;

  @TempDir Path directory;

  @BeforeEach
  void aVolume() throws IOException {
    write(HOSTS + DATA);
    CommandLineRun run = run("apply", "--yes");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void destroyRefusesToDeleteDataUntilItsNameIsSaid() {
    CommandLineRun refused = run("destroy", "--yes");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("CRN2023", "--accept-data-loss 'data'");
    assertThat(run("state", "list").out()).contains("data", "net");

    assertThat(run("destroy", "--yes", "--accept-data-loss", "net").exit())
        .isEqualTo(ExitCode.FAILED);
    assertThat(run("destroy", "--yes", "--accept-data-loss", "data").exit()).isZero();
    assertThat(run("state", "list").out()).isEmpty();
  }

  @Test
  void applyRefusesToDeleteDataThatLeftTheStack() throws IOException {
    write(HOSTS);
    assertThat(run("apply", "--yes").err()).contains("CRN2023");
    assertThat(run("apply", "--yes", "--accept-data-loss", "d*").exit()).isZero();
    assertThat(run("state", "list").out()).doesNotContain("data");
  }

  @Test
  void thePlanIsShownAndDigestedAndSaysTheWordThatApplyWants() throws IOException {
    write(HOSTS + DATA.replace("name: data", "name: other"));
    Path file = directory.resolve("a.plan");
    CommandLineRun plan = run("plan", "--out", file.toString());
    assertThat(plan.exit()).isZero();
    assertThat(plan.out()).contains("data loss", "Digest:");
    assertThat(plan.err()).contains("warning CRN2023", "--accept-data-loss 'data'");

    CommandLineRun refused = run("apply", "--plan", file.toString());
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("error CRN2023");
    CommandLineRun done = run("apply", "--plan", file.toString(), "--accept-data-loss", "data");
    assertThat(done.exit()).as(done.err()).isZero();
  }

  @Test
  void theDigestIsTheSameWithTheWordAndWithoutIt() throws IOException {
    write(HOSTS + DATA.replace("name: data", "name: other"));
    String digest = run("plan", "--json").document().text("digest").orElseThrow();
    CommandLineRun done =
        run("apply", "--expect", digest, "--accept-data-loss", "data", "--accept-data-loss", "net");
    assertThat(done.exit()).as(done.err()).isZero();
  }

  @Test
  void aVolumeThatBecomesSomethingElseLosesItsData() throws IOException {
    write(HOSTS + "  data: { type: docker.network, host: \"${one}\", name: data }\n");
    assertThat(run("apply", "--yes").err()).contains("CRN2023");
  }

  @Test
  void aVolumeIsNotReplacedByAnEmptyOneOnAnotherHost() throws IOException {
    write(HOSTS + DATA.replace("${one}", "${two}"));
    CommandLineRun plan = run("plan");
    assertThat(plan.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(plan.err()).contains("CRN2024");
    assertThat(run("apply", "--yes", "--accept-data-loss", "*").exit()).isEqualTo(ExitCode.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels: { team: web, more: x }",
        "labels: { team: other }",
        "labels: { more: x }",
        "labels: {}",
        "labels: [ \"team=other\" ]"
      })
  void labelsAloneReplaceNeitherAVolumeNorANetwork(String labels) throws IOException {
    write(HOSTS + DATA.replace("labels: { team: web }", labels));
    CommandLineRun plan = run("plan");
    assertThat(plan.exit()).isZero();
    assertThat(plan.out()).doesNotContain("replace", "-/+", "+/-");
    CommandLineRun apply = run("apply", "--yes");
    assertThat(apply.exit()).as(apply.err()).isZero();
    assertThat(run("plan", "--detailed-exitcode").exit()).isZero();
  }

  @Test
  void aVolumeOnANamedDeviceHasNoDataOfItsOwn() throws IOException {
    write(
        HOSTS
            + "  disk: { type: docker.volume, host: \"${one}\", name: disk,"
            + " driverOpts: { type: ext4, device: /dev/vdb } }\n"
            + DATA);
    assertThat(run("apply", "--yes").exit()).isZero();
    write(HOSTS + DATA);
    CommandLineRun done = run("apply", "--yes");
    assertThat(done.exit()).as(done.err()).isZero();
  }

  @Test
  void aWordThatIsNoAddressIsWrongUsage() {
    assertThat(run("destroy", "--yes", "--accept-data-loss", "a b").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  private void write(String stack) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), stack);
  }

  private CommandLineRun run(String... command) {
    return Simulated.in(directory, command);
  }
}
