package dev.cairn.cli.command;

import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.views.OutputChanges;
import dev.cairn.cli.views.PlanDocument;
import dev.cairn.cli.views.Progress;
import dev.cairn.cli.wiring.PlanFile;
import dev.cairn.cli.wiring.StackRequest;
import dev.cairn.cli.wiring.Workspace;
import dev.cairn.core.run.PlanRun;
import dev.cairn.core.run.Planned;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cairn destroy`: an apply of nothing at all.
@CommandLine.Command(
    name = "destroy",
    header = "Delete everything in the stack.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  cairn destroy stacks/dc                shows the plan and asks",
      "  cairn destroy stacks/dc --out gone.plan"
    })
public final class DestroyCommand implements Command {
  @Parameters(
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "STACK",
      description = "A stack file, or a directory with stack.yaml.")
  private String stack = ".";

  @Option(names = "--out", paramLabel = "FILE", description = "Only write the plan.")
  private @Nullable Path out;

  @Mixin private ConsentOptions consent = new ConsentOptions();
  @Mixin private StackOptions options = new StackOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Result run(Invocation invocation) {
    StackRequest request = options.request(invocation, stack);
    return out == null
        ? new Applying(request, run, consent, true).run(invocation)
        : write(out, request, invocation);
  }

  private Result write(Path file, StackRequest request, Invocation invocation) {
    try (Workspace workspace = Workspace.open(request, invocation);
        Progress progress = Progress.of(invocation, root(invocation))) {
      Planned planned =
          new PlanRun(workspace.services(progress))
              .plan(run.request(workspace, request.environmentName(), true));
      if (!planned.refused()) {
        PlanFile.write(invocation.directory().resolve(file), planned.plan(), workspace.seal());
      }
      OutputChanges outputs = OutputChanges.of(planned, workspace.seal());
      return new Result(
          planned.refused() ? ExitCode.FAILED : ExitCode.DONE,
          PlanDocument.of(planned.plan(), outputs),
          PlanCommand.text(planned.plan(), outputs, invocation, 1)
              + PlanCommand.written(file, planned.refused()),
          progress.untold(planned.plan().diagnostics()));
    }
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
