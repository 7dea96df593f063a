package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn apply`: makes things as the stack wants them.
@CommandLine.Command(
    name = "apply",
    header = "Make things as the stack wants them.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  cairn apply stacks/dc                 shows the plan and asks",
      "  cairn apply stacks/dc --expect sha256:0123...",
      "  cairn apply --simulate --yes stacks/quickstart"
    })
public final class ApplyCommand implements Command {
  @Parameters(
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "STACK",
      description = "A stack file, or a directory with stack.yaml.")
  private String stack = ".";

  @Mixin private ConsentOptions consent = new ConsentOptions();
  @Mixin private StackOptions options = new StackOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Result run(Invocation invocation) {
    return new Applying(options.request(invocation, stack), run, consent, false).run(invocation);
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
