package dev.cairn.cli;

import dev.cairn.cli.invocation.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs commands one after the other in one JVM, as the making of a start-up cache wants it: one
/// command on each line of a file, its arguments divided by blanks.
final class Rehearsal {
  private Rehearsal() {}

  static void main(String[] arguments) throws IOException {
    Terminal terminal = Terminal.ofProcess();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      terminal
          .out()
          .println("> " + line + "\n< exit " + Main.run(List.of(line.split(" ")), terminal));
      terminal.out().flush();
      terminal.err().flush();
    }
  }
}
