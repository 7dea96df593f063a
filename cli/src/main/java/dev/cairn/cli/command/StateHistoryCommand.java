package dev.cairn.cli.command;

import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Past;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.wiring.KeptState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cairn state history`: the applies of a stack, or of one of its resources, newest first.
@CommandLine.Command(
    name = "history",
    header = "Show the applies of a stack or a resource, newest first.",
    footer = {
      "",
      "Examples:",
      "  cairn state history stacks/dc --limit 5",
      "  cairn state history stacks/dc vpc"
    })
public final class StateHistoryCommand implements Command {
  @Parameters(
      arity = "0..2",
      paramLabel = "[STACK] [ADDRESS]",
      hideParamSyntax = true,
      description = "A stack, a resource, or both; one word that names no stack is a resource.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many at most; 20 where none is given.")
  private int limit = 20;

  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Result run(Invocation invocation) {
    Words named = new Words(words, options, invocation);
    try (KeptState kept = KeptState.open(named.request())) {
      StateStore store = kept.store();
      String prefix =
          named
              .name()
              .map(address -> kept.paths().resource(RunOptions.address(address)))
              .orElse(kept.paths().home());
      List<Past> past =
          store.head().map(head -> store.history(head, prefix, limit)).orElse(List.of());
      return Result.done(
          Value.Fields.of(
              "history",
              new Value.Items(past.stream().<Value>map(StateHistoryCommand::document).toList())),
          past.stream().map(StateHistoryCommand::line).collect(Collectors.joining()));
    }
  }

  private static String line(Past past) {
    String id = past.revision().id();
    return id.substring(0, Math.min(12, id.length()))
        + "  "
        + past.at()
        + "  "
        + past.message().lines().findFirst().orElse("")
        + (past.by().isEmpty() ? "" : "  (" + past.by() + ")")
        + "\n";
  }

  private static Value.Fields document(Past past) {
    return Value.Fields.of(
        Map.of(
            "revision", Value.text(past.revision().id()),
            "at", Value.text(past.at()),
            "by", Value.text(past.by()),
            "message", Value.text(past.message())));
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(new Words(words, options, invocation).request());
  }
}
