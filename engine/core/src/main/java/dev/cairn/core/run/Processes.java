package dev.cairn.core.run;

import dev.cairn.api.state.Intent.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The processes of this machine.
@FunctionalInterface
public interface Processes {
  Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  /// Those that the operating system knows. A number that is used again is told by its start.
  Processes OF_THIS_MACHINE =
      holder ->
          ProcessHandle.of(holder.process())
              .filter(ProcessHandle::isAlive)
              .filter(process -> !ended(process.pid()))
              .flatMap(process -> process.info().startInstant())
              .map(start -> Math.abs(start.toEpochMilli() - holder.processStarted()))
              .filter(apart -> apart <= CLOCKS_DIFFER.toMillis())
              .isPresent();

  /// Whether the process of a holder on this machine lives.
  boolean lives(Holder holder);

  /// A process that was killed keeps its number until its parent asks for it, which some
  /// containers' first process never does. Linux tells it by its state, behind the last parenthesis
  /// of its `stat`: `Z` or `X` (proc_pid_stat(5)).
  private static boolean ended(long process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return state.startsWith("Z") || state.startsWith("X");
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }
}
