package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands that only read the state need of a stack: its name.
class ReadingStateTest {
  private static final String STACK =
      """
      stack: small
      variables:
        cidr: { type: string }
      providers:
        aws: { region: eu-central-1 }
      resources:
        vpc: { type: aws.vpc, cidrBlock: "${vars.cidr}" }
      outputs:
        vpcId: ${vpc.id}
        password: ${secret('env:PASSWORD')}
      """;

  @TempDir Path directory;

  @Test
  void theyWantNoVariables() throws IOException {
    applied();
    assertThat(run("output", "vpcId").out()).startsWith("vpc-");
    assertThat(run("state", "list").out()).startsWith("vpc  aws.vpc");
    assertThat(run("state", "show", "vpc").exit()).isZero();
    assertThat(run("state", "history").out()).contains("apply small/default");
  }

  @Test
  void theyReadTheStateOfAStackThatIsWrong() throws IOException {
    applied();
    write("stack: small\nresources:\n  a: { type: aws.vcp }\n");
    assertThat(run("output", "vpcId").out()).startsWith("vpc-");
    assertThat(run("state", "list").out()).startsWith("vpc  aws.vpc");
  }

  @Test
  void theyWantAName() throws IOException {
    write("resources: {}\n");
    CommandLineRun run = run("state", "list");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("CRN7021", "stack.yaml");
  }

  @Test
  void aSensitiveOutputIsRefusedWithTheOneHintThatIsTrue() throws IOException {
    applied();
    CommandLineRun run = run("output", "password");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("CRN7016", "keeps no sensitive values", "read it where it comes from");
    assertThat(run.err()).doesNotContain("--reveal");
  }

  private void applied() throws IOException {
    write(STACK);
    CommandLineRun run = run("apply", "--yes", "--var", "cidr=10.0.0.0/16");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private void write(String stack) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), stack);
  }

  private CommandLineRun run(String... command) {
    return Simulated.in(directory, command);
  }
}
