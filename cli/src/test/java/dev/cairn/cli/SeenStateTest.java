package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.codec.RootFormat;
import dev.cairn.core.project.ProjectReader;
import dev.cairn.state.git.GitPlace;
import dev.cairn.state.git.GitStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a clone that has seen a state does when it is no longer there.
class SeenStateTest {
  private static final int COMMITS = 50;

  @TempDir Path directory;
  private final List<Revision> history = new ArrayList<>();

  @BeforeEach
  void aCloneThatHasSeenItsState() throws IOException {
    git("init", "-q");
    assertThat(run("init").exit()).isZero();
    String lineage = Objects.requireNonNull(ProjectReader.find(directory).lineage());
    try (StateStore store =
        GitStore.open(
            GitPlace.enclosing(directory).orElseThrow(), "cairn/state", InstantSource.system())) {
      Revision head = null;
      for (int i = 0; i <= COMMITS; i++) {
        Map<String, String> files =
            i == 0 ? Map.of("cairn.json", RootFormat.write(lineage)) : Map.of("note", "" + i);
        Published published =
            store.publish(head, new Commit(new TreeMap<>(files), new TreeSet<>(), "" + i));
        head = ((Published.Accepted) published).now();
        history.add(head);
      }
    }
    assertThat(run("state", "list").exit()).isZero();
  }

  @Test
  void aDeletedStateIsNotAnEmptyOne() {
    git("branch", "-D", "cairn/state");

    commands().forEach(command -> refused("CRN4016", run(command.split(" "))));
  }

  @Test
  void aStateOfFiftyCommitsAgoIsRefused() {
    git("branch", "-f", "cairn/state", history.getFirst().id());

    commands().forEach(command -> refused("CRN4017", run(command.split(" "))));
  }

  @Test
  void anEmptyPlaceIsNotTheState() throws IOException {
    Path config = directory.resolve("cairn.yaml");
    Files.writeString(
        config, Files.readString(config).replace("branch: cairn/state", "branch: other/state"));

    refused("CRN4016", run("plan"));
  }

  private static List<String> commands() {
    return List.of("plan", "apply --yes --dirty", "destroy --yes --dirty", "output", "state list");
  }

  private static void refused(String code, CommandLineRun run) {
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(code);
  }

  private CommandLineRun run(String... command) {
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
    arguments.addAll(List.of(command));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private void git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
