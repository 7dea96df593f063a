package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Plan;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.cli.wiring.PlanFile;
import dev.cairn.codec.IntentFormat;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.Seal;
import dev.cairn.codec.StatePaths;
import dev.cairn.state.directory.DirectoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan says of a run that has not ended.
class OpenRunTest {
  private static final String SAID = "warning CRN3034 a run of this stack has not ended";
  @TempDir Path directory;

  @BeforeEach
  void aRunOnAnotherMachine() throws IOException {
    Files.writeString(
        directory.resolve("stack.yaml"),
        """
        stack: small
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        """);
    assertThat(run("plan", "--out", "its.plan").exit()).isZero();
    Plan plan = PlanFile.read(directory.resolve("its.plan"), Seal.MARK);
    Intent.Holder holder =
        new Intent.Holder("ann", "elsewhere", "boot", 1, 0, "2026-01-01T00:00:00Z", "");
    Intent intent = new Intent("run-1", holder, plan, new TreeMap<>());
    Map<String, String> files =
        Map.of(
            StatePaths.ROOT,
            RootFormat.write(plan.header().lineage()),
            new StatePaths("small", "default").run("run-1"),
            new IntentFormat(Seal.MARK).write(intent));
    try (StateStore store =
        new DirectoryStore(directory.resolve(".cairn/simulated/state"), Clock.systemUTC())) {
      store.publish(null, new Commit(new TreeMap<>(files), new TreeSet<>(), "intent"));
    }
  }

  private CommandLineRun run(String... command) {
    return Simulated.in(directory, command);
  }

  @Test
  void itIsSaidBeforeAnythingElseAndOnce() {
    CommandLineRun plan = run("plan");

    assertThat(plan.exit()).isZero();
    assertThat(plan.err()).startsWith(SAID).contains("run-1 by ann on elsewhere");
    assertThat(plan.err().split("CRN3034", -1)).hasSize(2);
  }

  @Test
  void aDestroyToComeSaysItFirstToo() {
    assertThat(run("destroy", "--out", "end.plan").err()).startsWith(SAID);
  }

  @Test
  void aProgramIsToldItAsTheFirstEventAndFindsItInTheDocument() {
    CommandLineRun plan = run("plan", "--json");

    assertThat(plan.err().lines().findFirst().orElseThrow()).contains("CRN3034");
    assertThat(plan.out()).contains("CRN3034");
  }
}
