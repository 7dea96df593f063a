package dev.cairn.api.diagnostic;

/// Takes problems as they are found. Who finds one reports it and goes on, so that all of a file's
/// problems are shown at once.
@FunctionalInterface
public interface DiagnosticSink {
  void report(Diagnostic diagnostic);
}
