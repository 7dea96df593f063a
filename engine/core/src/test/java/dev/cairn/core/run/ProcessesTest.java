package dev.cairn.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.state.Intent.Holder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  private static Holder holder(ProcessHandle process) {
    long started = process.info().startInstant().orElseThrow().toEpochMilli();
    return new Holder("user", "host", "boot", process.pid(), started, "2026-01-01T00:00:00Z", "");
  }

  @Test
  void aRunningProcessLivesAndAnotherOfTheSameNumberDoesNot() {
    Holder own = holder(ProcessHandle.current());
    Holder earlier =
        new Holder(
            "user", "host", "boot", own.process(), own.processStarted() - 60_000, own.since(), "");
    assertThat(Processes.OF_THIS_MACHINE.lives(own)).isTrue();
    assertThat(Processes.OF_THIS_MACHINE.lives(earlier)).isFalse();
  }

  @Test
  void aKilledProcessIsDeadThoughNobodyHasAskedForIt() throws Exception {
    // The shell's child is killed, and the shell, which becomes sleep, never asks for it.
    Process shell = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
    try {
      long child = Long.parseLong(shell.inputReader().readLine());
      Holder holder = holder(ProcessHandle.of(child).orElseThrow());
      assertThat(Processes.OF_THIS_MACHINE.lives(holder)).isTrue();
      ProcessHandle.of(child).orElseThrow().destroyForcibly();
      for (int i = 0; i < 100 && Processes.OF_THIS_MACHINE.lives(holder); i++) {
        Thread.sleep(Duration.ofMillis(20));
      }
      assertThat(Processes.OF_THIS_MACHINE.lives(holder)).isFalse();
    } finally {
      shell.destroyForcibly();
    }
  }
}
