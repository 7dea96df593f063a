package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.Secrets;
import dev.cairn.core.plan.Planner;
import java.util.List;

/// Plans a stack as if nothing of it existed: what is wrong then is wrong whatever the world is
/// like. A secret that this machine does not have is no mistake.
public final class StaticCheck {
  private static final String SECRET = "CRN1314";

  private static final Secrets UNREAD =
      source -> {
        throw new DiagnosticException(
            Diagnostic.warning(SECRET, "a secret is not read here", "it is read by runs only"));
      };

  private StaticCheck() {}

  /// What is wrong with a stack that was read without an error.
  public static List<Diagnostic> of(LoadedStack loaded, Invocation invocation) {
    Inputs inputs = new Inputs(loaded.inputs(invocation).files(), UNREAD);
    return new Planner(loaded.catalog())
        .wrong(loaded.stack(), inputs).stream()
            .filter(found -> !found.code().equals(SECRET))
            .toList();
  }
}
