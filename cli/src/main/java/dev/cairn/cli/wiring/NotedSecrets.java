package dev.cairn.cli.wiring;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.codec.Json;
import dev.cairn.core.expression.Secrets;
import java.util.SortedMap;

/// Reads secrets and notes each, so that no view shows it.
///
/// @param variables the sensitive variables of the stack, noted already
record NotedSecrets(Secrets secrets, SortedMap<String, Value> variables, ResolvedSecrets noted)
    implements Secrets {
  private static final String VARIABLE = "var:";

  @Override
  public String read(String source) {
    return value(source) instanceof Value.Text(String text) ? text : Json.canonical(value(source));
  }

  @Override
  public Value value(String source) {
    Value variable =
        source.startsWith(VARIABLE) ? variables.get(source.substring(VARIABLE.length())) : null;
    if (variable != null) {
      return variable;
    }
    String secret = secrets.read(source);
    noted.add(secret);
    return new Value.Text(secret);
  }

  @Override
  public String toString() {
    return "secrets";
  }
}
