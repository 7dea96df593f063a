package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.state.git.GitPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files a run reads for a stack, and which it leaves alone.
@Timeout(60)
class FilesOfStacksTest {
  private static final String STACK =
      """
      stack: small
      variables:
        from: { type: string, default: .env }
      resources:
        vpc:
          type: aws.vpc
          cidrBlock: 10.0.0.0/16
          tags: { Name: "${file(vars.from)}" }
      """;

  @TempDir Path directory;

  private void place(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", "link", "private/key"})
  void aFileThatGitIgnoresIsReadByNoFunction(String name) throws Exception {
    repository();
    CommandLineRun run = Simulated.in(directory, "plan", "--var", "from=" + name);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("CRN1313", "is ignored by git");
    assertThat(run.out() + run.err()).doesNotContain("hushed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new.txt", "private/tracked"})
  void whatGitTracksOrWouldTrackIsRead(String name) throws Exception {
    repository();
    CommandLineRun run = Simulated.in(directory, "plan", "--var", "from=" + name);
    assertThat(run.out()).as(run.err()).contains("welcome");
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private void repository() throws IOException, InterruptedException {
    place("stack.yaml", STACK);
    place(".gitignore", ".env\nprivate/\n");
    place(".env", "hushed");
    place("private/key", "hushed");
    place("private/tracked", "welcome");
    place("new.txt", "welcome");
    Files.createSymbolicLink(directory.resolve("link"), Path.of(".env"));
    git("init", "-q");
    git("add", "-f", "private/tracked");
    assertThat(GitPlace.enclosing(directory)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yaml", "envs/prod.yaml", "values.yaml", "cairn.yaml"})
  void aPipeIsNotWaitedFor(String name) throws Exception {
    files();
    Files.deleteIfExists(directory.resolve(name));
    assertThat(new ProcessBuilder("mkfifo", directory.resolve(name).toString()).start().waitFor())
        .isZero();
    assertThat(planned().exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yaml", "envs/prod.yaml", "values.yaml", "cairn.yaml"})
  void whatNobodyWroteByHandIsNotParsed(String name) throws IOException {
    files();
    place(name, "# " + "x".repeat(9 << 20));
    CommandLineRun large = planned();
    assertThat(large.exit()).isEqualTo(1);
    assertThat(large.err()).contains("CRN1001", name + " is larger than ");
    place(name, "a: \0");
    CommandLineRun nul = planned();
    assertThat(nul.exit()).isEqualTo(1);
    assertThat(nul.err()).contains("CRN1001", name + " is not text: it has a NUL");
  }

  @Test
  void aPipeIsNoPlanAndNoSecret() throws Exception {
    files();
    assertThat(new ProcessBuilder("mkfifo", directory.resolve("pipe").toString()).start().waitFor())
        .isZero();
    CommandLineRun apply =
        Simulated.in(directory, "apply", "--yes", "--plan", directory.resolve("pipe").toString());
    assertThat(apply.exit()).isEqualTo(1);
    assertThat(apply.err()).contains("CRN7011", "is not a regular file");

    place("stack.yaml", STACK.replace("${file(vars.from)}", "${secret('file:pipe')}"));
    CommandLineRun plan = planned();
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err()).contains("is not a regular file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".GIT/config",
        "sub/.git",
        "sub/.Git/x",
        ".Cairn/key",
        "bare/config",
        "old/config"
      })
  void whatIsGitsOrCairnsIsNotRead(String name) throws Exception {
    repository();
    place("bare/HEAD", "ref: refs/heads/main\n");
    place("bare/objects/x", "");
    place("bare/refs/x", "");
    place("old/HEAD", "0123456789012345678901234567890123456789\n");
    place("old/commondir", "../.git");
    place(name, "hushed");
    CommandLineRun run = Simulated.in(directory, "plan", "--var", "from=" + name);
    assertThat(run.err()).contains("CRN1313", "git's or Cairn's own");
    assertThat(run.out() + run.err()).doesNotContain("hushed");
  }

  @Test
  void aFolderWithFilesOfGitsNamesIsNotGits() throws Exception {
    repository();
    place("museum/HEAD", "a head of stone");
    place("museum/objects/vase", "");
    place("museum/refs/book", "");
    place("museum/sign", "welcome");
    CommandLineRun run = Simulated.in(directory, "plan", "--var", "from=museum/sign");
    assertThat(run.out()).as(run.err()).contains("welcome");
  }

  @Test
  void theseFilesAreRightOtherwise() throws IOException {
    files();
    assertThat(planned().err()).doesNotContain("CRN");
  }

  private void files() throws IOException {
    place("stack.yaml", STACK);
    place("new.txt", "welcome");
    place("envs/prod.yaml", "variables: { from: new.txt }\n");
    place("values.yaml", "from: new.txt\n");
    place("cairn.yaml", "lineage: 01ARZ3NDEKTSV4RRFFQ69G5FAV\n");
  }

  private CommandLineRun planned() {
    return Simulated.in(directory, "plan", "--env", "prod", "--var-file", "values.yaml");
  }
}
