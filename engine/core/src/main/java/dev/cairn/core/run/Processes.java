package dev.cairn.core.run;

import dev.cairn.api.state.Intent.Holder;
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
              .flatMap(process -> process.info().startInstant())
              .map(start -> Math.abs(start.toEpochMilli() - holder.processStarted()))
              .filter(apart -> apart <= CLOCKS_DIFFER.toMillis())
              .isPresent();

  /// Whether the process of a holder on this machine lives.
  boolean lives(Holder holder);
}
