package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;

/// Where secrets are found.
public interface Secrets {
  /// No secret may be read here.
  Secrets NONE =
      source -> {
        throw new DiagnosticException(Problems.noSecret(source));
      };

  /// The secret at a source: `env:NAME`, `file:PATH` or `var:NAME`.
  ///
  /// @throws DiagnosticException where there is none, without a place
  String read(String source);

  /// The secret in the type that it has: a sensitive variable need not be a string.
  default Value value(String source) {
    return new Value.Text(read(source));
  }
}
