package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.wiring.LoadedStack;
import dev.cairn.cli.wiring.StackRequest;
import dev.cairn.cli.wiring.StaticCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn validate`: reads a stack and says everything that is wrong with it. Starts no provider
/// and touches no network.
@CommandLine.Command(
    name = "validate",
    header = "Check a stack without looking at anything else.",
    sortOptions = false,
    footer = {"", "Example:", "  cairn validate stacks/dc --env prod"})
public final class ValidateCommand implements Command {
  @Parameters(
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "STACK",
      description = "A stack file, or a directory with stack.yaml.")
  private String stack = ".";

  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Result run(Invocation invocation) {
    StackRequest request = options.request(invocation, stack);
    LoadedStack loaded = LoadedStack.load(request, invocation);
    List<Diagnostic> diagnostics = new ArrayList<>(loaded.loaded().diagnostics());
    if (loaded.loaded().stack().isPresent()) {
      diagnostics.addAll(StaticCheck.of(loaded, invocation));
    }
    if (loaded.loaded().stack().isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return Result.failed(ExitCode.FAILED, diagnostics);
    }
    String name = loaded.stack().name();
    int resources = loaded.stack().root().resources().size();
    return Result.done(
            Value.Fields.of(
                Map.of("stack", Value.text(name), "resources", new Value.Whole(resources))),
            "Stack " + name + " is valid: " + resources + " resources.\n")
        .with(diagnostics);
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
