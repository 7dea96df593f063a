package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What came of loading.
///
/// @param stack empty where there are errors
/// @param diagnostics in the order of their places
public record Loaded(Optional<Stack> stack, List<Diagnostic> diagnostics) {
  public Loaded {
    Objects.requireNonNull(stack, "stack");
    diagnostics = List.copyOf(diagnostics);
  }

  /// @throws DiagnosticException with everything that was found, where there are errors
  public Stack orThrow() {
    return stack.orElseThrow(() -> new DiagnosticException(diagnostics));
  }
}
