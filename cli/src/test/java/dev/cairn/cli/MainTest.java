package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.codec.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void anUnknownCommandIsRefusedWithTheNearestOne() {
    assertThat(run("explian")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("CRN7001", "did you mean `explain`?");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheNearestOne() {
    assertThat(run("explain", "--jsno")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("did you mean `--json`?");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : CommandTable.names()) {
      out.reset();
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .as(command)
          .contains("Example", "cairn " + command);
    }
  }

  @Test
  void aJsonAnswerIsOneDocumentWithFormatAndExitCode() {
    assertThat(run("explain", "CRN9999", "--json")).isEqualTo(ExitCode.FAILED);
    Value.Fields document = (Value.Fields) Json.read(out.toString(StandardCharsets.UTF_8));
    assertThat(document.whole("formatVersion")).contains(1L);
    assertThat(document.whole("exitCode")).contains(1L);
    assertThat(document.items("diagnostics")).hasSize(1);
    assertThat(err.size()).isZero();
  }

  @Test
  void explainShowsThePageOfADiagnostic() {
    assertThat(run("explain", "crn7001")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("# CRN7001: ");
  }

  private int run(String... arguments) {
    return Main.run(
        List.of(arguments),
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new BufferedReader(new StringReader("")),
            Map.of(),
            "",
            120));
  }
}
