package dev.cairn.api.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/// Ends a piece of work with problems that a person can mend. Caught once, where a command ends.
public final class DiagnosticException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  public DiagnosticException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(d -> d.code() + " " + d.summary())
            .collect(Collectors.joining("; ")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  public DiagnosticException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
