package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.core.expand.Decider;
import dev.cairn.core.expand.Expander;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.Secrets;
import java.util.List;
import java.util.Optional;

/// Evaluates a stack as if nothing of it existed: what is wrong then is wrong whatever the world is
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
    return Expander.expand(
            loaded.stack(),
            loaded.catalog(),
            inputs,
            (lookup, arguments) -> Optional.empty(),
            Decider.ofNothing(type -> loaded.catalog().schema(type).orElseThrow()),
            true)
        .diagnostics()
        .stream()
        .filter(found -> !found.code().equals(SECRET))
        .toList();
  }
}
