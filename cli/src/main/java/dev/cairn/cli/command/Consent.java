package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.views.OutputChanges;
import dev.cairn.cli.views.Progress;
import dev.cairn.cli.views.Redactor;
import dev.cairn.codec.Seal;
import dev.cairn.core.run.Approver;
import dev.cairn.core.run.Planned;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// Shows a plan before it is applied, and asks where no option has said yes.
///
/// @param given whether an option has
/// @param seal tells whether secrets have changed
/// @param asking true while somebody is being asked
record Consent(
    Invocation invocation, Progress progress, boolean given, Seal seal, AtomicBoolean asking)
    implements Approver {
  @Override
  public boolean approves(Planned planned) {
    progress.clear();
    int stream = given && !invocation.json() ? 1 : 2;
    PrintStream out = stream == 1 ? invocation.terminal().out() : invocation.terminal().err();
    if (!given || !invocation.json()) {
      Redactor redactor = new Redactor(invocation.secrets()::all);
      out.print(
          redactor.redact(
              PlanCommand.text(
                  planned.plan(), OutputChanges.of(planned, seal), invocation, stream)));
      out.flush();
    }
    return given || asked(out);
  }

  private boolean asked(PrintStream out) {
    out.print("\nApply this? Only `yes` will do: ");
    out.flush();
    asking.set(true);
    String answer = invocation.terminal().line();
    asking.set(false);
    return answer != null && answer.strip().equals("yes");
  }
}
