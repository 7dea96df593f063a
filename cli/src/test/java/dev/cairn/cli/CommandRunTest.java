package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.command.Root;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.invocation.Terminal;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandRunTest {
  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private final Terminal terminal =
      new Terminal(nowhere, nowhere, new BufferedReader(new StringReader("")), Map.of(), "", 80);

  @Test
  void anErrorOfTheProgramEndsInExit70AndSaysNothingOfWhatItHeld() {
    Result result =
        new CommandRun(terminal)
            .run(
                invocation -> {
                  throw new IllegalStateException("a change of hushed-one without a difference");
                },
                new Root().invocation(terminal, new ResolvedSecrets()));

    assertThat(result.exit()).isEqualTo(ExitCode.INTERNAL).isEqualTo(70);
    assertThat(result.diagnostics()).singleElement().extracting("code").isEqualTo("CRN7000");
    assertThat(result.diagnostics().toString()).doesNotContain("hushed-one");
  }
}
