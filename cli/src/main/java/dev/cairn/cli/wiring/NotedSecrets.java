package dev.cairn.cli.wiring;

import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.core.expression.Secrets;

/// Reads secrets and notes each, so that no view shows it.
record NotedSecrets(Secrets secrets, ResolvedSecrets noted) implements Secrets {
  @Override
  public String read(String source) {
    String secret = secrets.read(source);
    noted.add(secret);
    return secret;
  }
}
