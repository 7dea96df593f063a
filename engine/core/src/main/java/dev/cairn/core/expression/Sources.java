package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;

/// What the functions of one evaluation read from outside. Bound to the thread while CEL runs.
final class Sources {
  private static final ScopedValue<Sources> CURRENT = ScopedValue.newInstance();

  private final Inputs inputs;
  private final Work work = CURRENT.isBound() ? CURRENT.get().work : new Work();
  private boolean secret;

  Sources(Inputs inputs) {
    this.inputs = inputs;
  }

  /// Something that may fail in CEL's way.
  interface Run {
    Object run() throws dev.cel.runtime.CelEvaluationException;
  }

  Object during(Run work) throws dev.cel.runtime.CelEvaluationException {
    return ScopedValue.where(CURRENT, this).call(work::run);
  }

  static Sources current() {
    return CURRENT.orElse(new Sources(Inputs.NONE));
  }

  /// What this evaluation may still do.
  Work work() {
    return work;
  }

  String file(String path) {
    return inputs.files().read(path);
  }

  /// The secret at a source that a stack file may name.
  String secret(String source) {
    if (!source.startsWith("env:") && !source.startsWith("file:")) {
      throw new DiagnosticException(Problems.badSecret());
    }
    secret = true;
    return inputs.secrets().read(source);
  }

  /// Whether a secret has been read.
  boolean sensitive() {
    return secret;
  }
}
