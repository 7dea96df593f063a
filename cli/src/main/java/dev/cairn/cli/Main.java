package dev.cairn.cli;

import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.cli.invocation.Version;
import java.util.List;

/// Where the process begins.
public final class Main {
  private Main() {}

  static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int exit = run(List.of(arguments), terminal);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(exit);
  }

  /// Runs one command and returns the exit code.
  public static int run(List<String> arguments, Terminal terminal) {
    if (arguments.size() == 1
        && List.of("version", "--version", "-V").contains(arguments.getFirst())) {
      terminal.out().println(Version.current());
      return ExitCode.DONE;
    }
    return new CommandRun(terminal).run(arguments);
  }
}
