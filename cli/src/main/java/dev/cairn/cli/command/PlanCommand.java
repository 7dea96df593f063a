package dev.cairn.cli.command;

import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Plan;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.views.OutputChanges;
import dev.cairn.cli.views.Palette;
import dev.cairn.cli.views.PlanDocument;
import dev.cairn.cli.views.PlanText;
import dev.cairn.cli.views.Progress;
import dev.cairn.cli.wiring.PlanFile;
import dev.cairn.cli.wiring.StackRequest;
import dev.cairn.cli.wiring.Workspace;
import dev.cairn.codec.Seal;
import dev.cairn.core.run.PlanRun;
import dev.cairn.core.run.Planned;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cairn plan`: what an apply would do. Changes nothing.
@CommandLine.Command(
    name = "plan",
    header = "Show what an apply would do.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  cairn plan stacks/dc --env prod",
      "  cairn plan stacks/dc --out dc.plan && cairn apply --plan dc.plan stacks/dc"
    })
public final class PlanCommand implements Command {
  @Parameters(
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "STACK",
      description = "A stack file, or a directory with stack.yaml.")
  private String stack = ".";

  @Option(names = "--out", paramLabel = "FILE", description = "Write the plan, for apply --plan.")
  private @Nullable Path out;

  @Option(names = "--destroy", description = "Plan the deletion of everything in the stack.")
  private boolean destroy;

  @Option(names = "--detailed-exitcode", description = "Exit with 2 where there are changes.")
  private boolean detailed;

  @Mixin private StackOptions options = new StackOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Result run(Invocation invocation) {
    StackRequest request = options.request(invocation, stack);
    try (Workspace workspace = Workspace.open(request, invocation);
        Progress progress = Progress.of(invocation, root(invocation))) {
      if (request.simulate()) {
        workspace.prepare();
      }
      Planned planned =
          new PlanRun(workspace.services(progress))
              .plan(run.request(workspace, request.environmentName(), destroy));
      if (out != null && !planned.refused()) {
        PlanFile.write(invocation.directory().resolve(out), planned.plan(), workspace.seal());
      }
      return result(planned, workspace.seal(), invocation)
          .with(progress.untold(planned.plan().diagnostics()));
    }
  }

  private Result result(Planned planned, Seal seal, Invocation invocation) {
    Plan plan = planned.plan();
    OutputChanges outputs = OutputChanges.of(planned, seal);
    int exit =
        planned.refused()
            ? ExitCode.FAILED
            : detailed && !quiet(plan, outputs) ? ExitCode.CHANGES : ExitCode.DONE;
    String written = out == null ? "" : written(out, planned.refused());
    return new Result(
        exit,
        PlanDocument.of(plan, outputs),
        text(plan, outputs, invocation, 1) + written,
        plan.diagnostics());
  }

  /// Whether an apply would change nothing but records.
  private static boolean quiet(Plan plan, OutputChanges outputs) {
    boolean recordsOnly =
        !plan.changes().isEmpty() && plan.changes().stream().allMatch(Change::recordOnly);
    return plan.empty() || (recordsOnly && outputs.count() == 0);
  }

  /// What has become of `--out`.
  static String written(Path file, boolean refused) {
    return (refused ? "Nothing was written to " : "Written to ") + file + ".\n";
  }

  static String text(Plan plan, OutputChanges outputs, Invocation invocation, int stream) {
    int width = Math.min(120, Math.max(60, invocation.terminal().columns()));
    return new PlanText(Palette.of(invocation.colours(stream)), width).of(plan, outputs);
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
