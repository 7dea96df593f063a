package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.stack.Module;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `check` of a variable.
public final class Checks {
  private Checks() {}

  /// Evaluates a variable's check over its value; one that reads something unknown holds.
  ///
  /// @throws DiagnosticException where it does not hold, with the variable's own message
  public static void hold(String name, Module.Variable variable, Value value) {
    Expression check = variable.check();
    if (check == null) {
      return;
    }
    Value answer = check.evaluate(only(value)).orElse(new Value.Flag(false));
    if (answer.revealed() instanceof Value.Flag(boolean on) && !on) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN2004",
                  "the value of a variable does not pass its check",
                  "`"
                      + name
                      + "`: "
                      + (variable.message().isEmpty() ? check.source() : variable.message()))
              .at(check.range()));
    }
  }

  private static Environment only(Value value) {
    return new Environment() {
      @Override
      public Optional<Value> root(String name) {
        return name.equals("value") ? Optional.of(value) : Optional.empty();
      }

      @Override
      public Optional<Address> resource(String name, @Nullable String key) {
        return Optional.empty();
      }
    };
  }
}
