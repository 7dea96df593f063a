package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import org.jspecify.annotations.Nullable;

/// Keeps the values of sensitive variables out of problems: neither detail nor place is shown.
final class Confidential {
  private Confidential() {}

  /// A sink for problems with the value of one variable.
  static DiagnosticSink sink(String name, Module.@Nullable Variable variable, DiagnosticSink sink) {
    if (variable == null || !variable.sensitive()) {
      return sink;
    }
    return problem ->
        sink.report(
            Diagnostic.error(
                    "CRN1031",
                    "a value does not fit its type",
                    "the value given to the sensitive variable `"
                        + name
                        + "` is no "
                        + variable.shape())
                .at(variable.range()));
  }
}
