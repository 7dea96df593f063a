package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private CommandLineRun run(String command) {
    return CommandLineRun.of("-C", directory.toString(), command);
  }
}
