package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void anUnknownCommandIsRefusedWithTheNearestOne() {
    CommandLineRun run = CommandLineRun.of("explian");
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("CRN7001", "did you mean `explain`?");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheNearestOne() {
    CommandLineRun run = CommandLineRun.of("explain", "--jsno");
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("did you mean `--json`?");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : CommandTable.names()) {
      CommandLineRun run = CommandLineRun.of(command, "--help");
      assertThat(run.exit()).as(command).isZero();
      assertThat(run.out()).as(command).contains("Example").contains("cairn " + command);
    }
  }

  @Test
  void aJsonAnswerIsOneDocumentWithFormatAndExitCode() {
    CommandLineRun run = CommandLineRun.of("explain", "CRN9999", "--json");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().whole("formatVersion")).contains(1L);
    assertThat(run.document().whole("exitCode")).contains(1L);
    assertThat(run.document().items("diagnostics")).hasSize(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void explainShowsThePageOfADiagnostic() {
    CommandLineRun run = CommandLineRun.of("explain", "crn7001");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("# CRN7001: ");
  }
}
