package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.codec.RootFormat;
import dev.cairn.state.directory.DirectoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  @TempDir Path directory;

  @Test
  void aNewProjectHasALineageAndAStackThatIsValid() throws IOException {
    assertThat(run("init").out()).contains("wrote cairn.yaml", "wrote stack.yaml");
    assertThat(directory.resolve("cairn.yaml"))
        .content()
        .containsPattern("lineage: [0-9A-Z]{26}\n");
    CommandLineRun validate = run("validate");
    assertThat(validate.exit()).as(validate.err()).isZero();
    assertThat(directory.resolve(".cairn/.gitignore")).hasContent("*\n");
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws IOException {
    assertThat(run("init").exit()).isZero();
    String before = Files.readString(directory.resolve("cairn.yaml"));
    Files.writeString(directory.resolve("stack.yaml"), "stack: mine\n");

    assertThat(run("init").out()).contains("kept  cairn.yaml", "kept  stack.yaml");

    assertThat(directory.resolve("cairn.yaml")).hasContent(before);
    assertThat(directory.resolve("stack.yaml")).hasContent("stack: mine\n");
  }

  @Test
  void aProjectFileWithoutALineageIsToldAndLeftAlone() throws IOException {
    Files.writeString(directory.resolve("cairn.yaml"), "state: { store: directory }\n");
    CommandLineRun init = run("init");
    assertThat(init.exit()).isEqualTo(1);
    assertThat(init.err()).contains("CRN7014", "lineage: ");
  }

  @Test
  void whereTheStateIsKeptIsSaid() throws Exception {
    assertThat(run("init").out()).contains("state is kept in ", "/.cairn/state");
    Path repository = Files.createDirectory(directory.resolve("repository"));
    git(repository, "init", "-q");
    Files.writeString(repository.resolve("cairn.yaml"), "lineage: 01K0000000000000000000000A\n");

    assertThat(CommandLineRun.of("-C", repository.toString(), "init").out())
        .contains("state is kept on branch cairn/state", "git push origin cairn/state");
  }

  @Test
  void noProjectIsBegunWhereAStateIsWithoutItsProjectFile() throws IOException {
    String lineage = "01K0000000000000000000000A";
    try (DirectoryStore store =
        new DirectoryStore(directory.resolve(".cairn/state"), InstantSource.system())) {
      store.publish(
          null,
          new Commit(
              new TreeMap<>(Map.of("cairn.json", RootFormat.write(lineage))), new TreeSet<>(), ""));
    }

    CommandLineRun init = run("init");

    assertThat(init.exit()).isEqualTo(1);
    assertThat(init.err()).contains("CRN7018", "lineage: " + lineage);
    assertThat(directory.resolve("cairn.yaml")).doesNotExist();
  }

  @Test
  void withoutALineageNothingIsPlannedOrApplied() throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), "stack: mine\n");

    for (String command : List.of("plan", "apply --yes", "destroy --yes", "output")) {
      List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
      arguments.addAll(List.of(command.split(" ")));
      CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
      assertThat(run.exit()).as(command).isEqualTo(1);
      assertThat(run.err()).contains("CRN7006");
    }
  }

  private String clone(UnaryOperator<String> config) throws Exception {
    Path origin = Files.createDirectory(directory.resolve("origin"));
    git(origin, "init", "-q");
    assertThat(CommandLineRun.of("-C", origin.toString(), "init").exit()).isZero();
    Path file = origin.resolve("cairn.yaml");
    Files.writeString(file, config.apply(Files.readString(file)));
    git(origin, "add", ".");
    git(origin, "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "commit", "-qm", "one");
    git(directory, "clone", "-q", origin.toString(), "clone");
    assertThat(CommandLineRun.of("-C", origin.toString(), "state", "list").exit()).isZero();
    return directory.resolve("clone").toString();
  }

  private static void refused(String clone, String way) {
    CommandLineRun list = CommandLineRun.of("-C", clone, "state", "list");
    assertThat(list.exit()).isEqualTo(1);
    assertThat(list.err()).contains("CRN4008", way);
  }

  @Test
  void aCloneWithoutTheStateIsToldTheCommandThatFetchesItAlsoAfterInit() throws Exception {
    String clone = clone(config -> config);
    refused(clone, "git fetch origin cairn/state:cairn/state");

    assertThat(CommandLineRun.of("-C", clone, "init").exit()).isZero();
    refused(clone, "git fetch origin cairn/state:cairn/state");

    Files.delete(Path.of(clone, "cairn.yaml"));
    assertThat(CommandLineRun.of("-C", clone, "init").exit()).isZero();
    assertThat(CommandLineRun.of("-C", clone, "state", "list").exit()).isZero();
  }

  @Test
  void aCloneWithoutTheFolderOfTheStateIsToldSo() throws Exception {
    String clone = clone(config -> config.replaceAll("state: .*", "state: { store: directory }"));

    assertThat(CommandLineRun.of("-C", clone, "init").exit()).isZero();
    refused(clone, "point `cairn.yaml` to where the state is");
  }

  private static void git(Path in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", in.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private CommandLineRun run(String command) {
    return CommandLineRun.of("-C", directory.toString(), command);
  }
}
