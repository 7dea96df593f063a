package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.cli.invocation.Terminal;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `cairn` itself: the options that every command has.
@CommandLine.Command(
    name = "cairn",
    header = "Plans and applies infrastructure that is described in YAML.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  cairn plan stacks/dc             what would change",
      "  cairn apply --simulate --yes .   try it without any cloud",
      "  cairn explain CRN1201            what a diagnostic means"
    })
public final class Root {
  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work as if started in DIR.")
  private Path directory = Path.of("");

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer with one JSON document; events go to stderr as lines of JSON.")
  private boolean json;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours; so does NO_COLOR.")
  private boolean colourless;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Stack traces of internal errors.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "This help.")
  @SuppressWarnings("UnusedVariable") // picocli itself reads it
  private boolean help;

  public Invocation invocation(Terminal terminal, ResolvedSecrets secrets) {
    return new Invocation(terminal, directory, json, debug, !colourless, secrets);
  }
}
