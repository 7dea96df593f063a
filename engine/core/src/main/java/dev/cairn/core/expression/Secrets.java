package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;

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
}
