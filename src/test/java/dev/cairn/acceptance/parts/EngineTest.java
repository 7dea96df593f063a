package dev.cairn.acceptance.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The bench leaves the machine as it was.
@ExtendWith(Parts.class)
final class EngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The parameter has packages installed first, and shows that an engine beside is left alone.
  @Test
  void anEngineAddsNothingToTheMachinesNetworkAndLeavesNothing(Engine beside) throws Missing {
    SortedSet<String> before = Machine.lines();
    try (Engine engine = Engine.start()) {
      PartsAlone.busy(engine);
      SortedSet<String> during = Machine.lines();
      during.removeAll(before);
      assertThat(during)
          .as("interfaces, rules and mounts of the machine while an engine runs")
          .noneMatch(line -> line.matches("(interface|netns|firewall6?|mount) .*"));
    }
    assertThat(Machine.addedTo(before, PATIENCE)).isEmpty();
    assertThat(beside.docker("version", "-f", "{{.Server.Version}}")).isNotEmpty();
  }

  @Test
  void anEngineAndMotoEndWithAProcessThatIsKilled(Engine beside) throws IOException {
    SortedSet<String> before = Machine.lines();
    Process alone =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PartsAlone.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = alone.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
      SortedSet<String> during = Machine.lines();
      during.removeAll(before);
      assertThat(during).as("what there is to leave behind").isNotEmpty();
    } finally {
      alone.destroyForcibly();
    }
    assertThat(Machine.addedTo(before, PATIENCE)).isEmpty();
    assertThat(beside.docker("version", "-f", "{{.Server.Version}}")).isNotEmpty();
  }
}
