package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.event.Event;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.views.FinishedDocument;
import dev.cairn.cli.views.FinishedText;
import dev.cairn.cli.views.Palette;
import dev.cairn.cli.views.Progress;
import dev.cairn.cli.wiring.PlanFile;
import dev.cairn.cli.wiring.StackRequest;
import dev.cairn.cli.wiring.Workspace;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.run.ApplyRun;
import dev.cairn.core.run.Finished;
import dev.cairn.core.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// What `apply` and `destroy` share: consent, the run, its interruption, its answer.
record Applying(StackRequest request, RunOptions options, ConsentOptions consent, boolean destroy) {
  Result run(Invocation invocation) {
    if (!consent.given() && !invocation.terminal().asks()) {
      return Result.failed(ExitCode.USAGE, List.of(nobody()));
    }
    try (Workspace workspace = Workspace.open(request, invocation);
        Progress progress = Progress.of(invocation, workspace.stack().place().project().root())) {
      workspace.prepare();
      Cancellation cancellation = new Cancellation();
      AtomicBoolean asking = new AtomicBoolean();
      Consent approver =
          new Consent(invocation, progress, consent.given(), workspace.seal(), asking);
      Interrupts.listen(
          () -> drain(asking, progress, cancellation), () -> abort(progress, cancellation));
      Finished finished = apply(workspace, progress, approver, cancellation, invocation);
      progress.clear();
      return new Result(
          finished.outcome().exitCode(),
          FinishedDocument.of(finished),
          new FinishedText(Palette.of(invocation.colours(1))).of(finished),
          progress.untold(finished.diagnostics()));
    }
  }

  /// Where nothing has been started yet, there is nothing to drain.
  private static void drain(AtomicBoolean asking, Progress progress, Cancellation cancellation) {
    if (asking.get()) {
      Runtime.getRuntime().exit(ExitCode.INTERRUPTED);
    }
    cancellation.drain();
    progress.accept(
        new Event.Phase("draining", "nothing more is started; interrupt again to end now"));
  }

  private static void abort(Progress progress, Cancellation cancellation) {
    cancellation.abort();
    progress.accept(new Event.Phase("aborting", "the record is kept"));
  }

  private Finished apply(
      Workspace workspace,
      Progress progress,
      Consent approver,
      Cancellation cancellation,
      Invocation invocation) {
    ApplyRun run = new ApplyRun(workspace.services(progress));
    RunRequest wanted =
        options.request(workspace, request.environmentName(), destroy).accepting(consent.losses());
    Path file = consent.plan;
    if (file == null) {
      return run.apply(wanted, consent.expect, approver, cancellation);
    }
    if (consent.expect != null) {
      throw new DiagnosticException(both());
    }
    return run.applyPlan(
        wanted,
        PlanFile.read(invocation.directory().resolve(file), workspace.seal()),
        approver,
        cancellation);
  }

  private static Diagnostic nobody() {
    return Diagnostic.error(
            "CRN7010",
            "there is nobody to ask",
            "the input is no terminal, and no option says yes to the plan")
        .suggest(
            "apply what was reviewed: --plan FILE, or --expect DIGEST",
            "apply whatever the plan is: --yes");
  }

  private static Diagnostic both() {
    return Diagnostic.error(
            "CRN7012", "--plan and --expect exclude each other", "a plan file is applied as it is")
        .suggest("leave --expect out");
  }
}
