package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two stack files of one name.
class SameNameTest {
  @TempDir Path directory;

  @BeforeEach
  void anAppliedFileAndAnotherOfItsName() throws IOException {
    write("first.yaml", "web", "10.0.0.0/16");
    write("second.yaml", "web", "10.1.0.0/16");
    assertThat(run("apply", "first.yaml", "--yes").exit()).isZero();
  }

  private void write(String file, String name, String block) throws IOException {
    Files.writeString(
        directory.resolve(file),
        """
        stack: %s
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: %s }
        outputs: { id: "${vpc.id}" }
        """
            .formatted(name, block));
  }

  private CommandLineRun run(String... command) {
    return Simulated.in(directory, command);
  }

  private void refused() {
    for (String command :
        List.of("plan", "apply --yes", "destroy --yes", "output", "state list", "state show vpc")) {
      String[] words = (command + " second.yaml").split(" ", -1);
      CommandLineRun run = run(words);
      assertThat(run.exit()).as(command).isEqualTo(1);
      assertThat(run.err()).as(command).contains("CRN3040", "first.yaml", "second.yaml");
    }
  }

  @Test
  void everyCommandRefusesTheSecond() {
    refused();
    assertThat(run("state", "list", "first.yaml").out()).contains("vpc");
  }

  @Test
  void aFileThatCannotBeReadMayStillHaveTheName() throws IOException {
    Files.writeString(directory.resolve("first.yaml"), "stack: [\n");
    refused();
  }

  @Test
  void whereTheFirstIsGoneOrRenamedTheSecondGoesOn() throws IOException {
    write("first.yaml", "other", "10.0.0.0/16");
    assertThat(run("output", "second.yaml", "id").exit()).isZero();

    Files.delete(directory.resolve("first.yaml"));

    assertThat(run("apply", "second.yaml", "--yes").exit()).isZero();
  }
}
