package dev.cairn.cli;

import dev.cairn.cli.command.ApplyCommand;
import dev.cairn.cli.command.DestroyCommand;
import dev.cairn.cli.command.ExplainCommand;
import dev.cairn.cli.command.InitCommand;
import dev.cairn.cli.command.OutputCommand;
import dev.cairn.cli.command.PlanCommand;
import dev.cairn.cli.command.Root;
import dev.cairn.cli.command.SchemaCommand;
import dev.cairn.cli.command.StateCommand;
import dev.cairn.cli.command.ValidateCommand;
import dev.cairn.cli.command.VersionCommand;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands by name, in the order of the help text.
///
/// Only the command that is asked for is read by picocli: reading the annotations of all of them
/// takes longer than most commands do.
final class CommandTable {
  private static final SequencedMap<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("init", InitCommand::new);
    COMMANDS.put("validate", ValidateCommand::new);
    COMMANDS.put("plan", PlanCommand::new);
    COMMANDS.put("apply", ApplyCommand::new);
    COMMANDS.put("destroy", DestroyCommand::new);
    COMMANDS.put("output", OutputCommand::new);
    COMMANDS.put("state", StateCommand::new);
    COMMANDS.put("schema", SchemaCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("version", VersionCommand::new);
  }

  private CommandTable() {}

  static List<String> names() {
    return List.copyOf(COMMANDS.keySet());
  }

  /// A command line that knows the command that `arguments` name, or all where they name none.
  static CommandLine lineFor(Root root, List<String> arguments) {
    CommandLine line = new CommandLine(root);
    Optional<String> named = named(arguments).filter(COMMANDS::containsKey);
    COMMANDS.forEach((name, command) -> {
      if (named.isEmpty() || named.get().equals(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    return line;
  }

  /// The first argument that is neither an option of `cairn` itself nor the value of one.
  private static Optional<String> named(List<String> arguments) {
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (!argument.startsWith("-")) {
        return Optional.of(argument);
      }
      if ((argument.equals("-C") || argument.equals("--directory")) && rest.hasNext()) {
        rest.next();
      }
    }
    return Optional.empty();
  }
}
