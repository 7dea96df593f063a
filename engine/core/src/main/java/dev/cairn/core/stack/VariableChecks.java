package dev.cairn.core.stack;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `check` of each variable, over its value.
record VariableChecks(Module module, Reading reading) {
  void run(Value.Fields values) {
    module
        .variables()
        .forEach((name, variable) -> {
          if (variable.check() != null && values.has(name)) {
            check(name, variable, variable.check(), values);
          }
        });
  }

  private void check(String name, Module.Variable variable, Expression check, Value.Fields values) {
    try {
      Optional<Value> answer =
          check.evaluate(new Values(values, values.get(name).orElseThrow())).map(Value::revealed);
      if (!answer.equals(Optional.of(new Value.Flag(true)))) {
        reading
            .sink()
            .report(
                Diagnostic.error(
                        "CRN1034",
                        "a variable's check does not hold",
                        "`" + name + "`: " + message(variable, check))
                    .at(variable.range()));
      }
    } catch (DiagnosticException e) {
      e.diagnostics().forEach(reading.sink()::report);
    }
  }

  private static String message(Module.Variable variable, Expression check) {
    return variable.message().isEmpty() ? "`" + check.source() + "`" : variable.message();
  }

  private record Values(Value.Fields variables, Value value) implements Environment {
    @Override
    public Optional<Value> root(String name) {
      return switch (name) {
        case "vars" -> Optional.of(variables);
        case "value" -> Optional.of(value);
        default -> Optional.empty();
      };
    }

    @Override
    public Optional<Address> resource(String name, @Nullable String key) {
      return Optional.empty();
    }
  }
}
