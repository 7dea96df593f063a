package dev.cairn.cli.command;

import dev.cairn.api.plan.Plan;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.views.Progress;
import dev.cairn.cli.views.Redactor;
import dev.cairn.core.run.Approver;
import java.io.PrintStream;

/// Shows a plan before it is applied, and asks where no option has said yes.
///
/// @param given whether an option has
record Consent(Invocation invocation, Progress progress, boolean given) implements Approver {
  @Override
  public boolean approves(Plan plan) {
    progress.clear();
    int stream = given && !invocation.json() ? 1 : 2;
    PrintStream out = stream == 1 ? invocation.terminal().out() : invocation.terminal().err();
    if (!given || !invocation.json()) {
      Redactor redactor = new Redactor(invocation.secrets()::all);
      out.print(redactor.redact(PlanCommand.text(plan, invocation, stream)));
      out.flush();
    }
    return given || asked(out);
  }

  private boolean asked(PrintStream out) {
    out.print("\nApply this? Only `yes` will do: ");
    out.flush();
    String answer = invocation.terminal().line();
    return answer != null && answer.strip().equals("yes");
  }
}
