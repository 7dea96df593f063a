package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Sealed;
import dev.cairn.core.apply.Numbering;
import dev.cairn.core.expression.Residuals;
import dev.cairn.core.expression.Secrets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds every secret that the plan of a file needs, before anything is sent.
final class SecretCheck {
  private final Secrets secrets;
  private final Seal seal;
  private final Set<Diagnostic> problems = new LinkedHashSet<>();

  private SecretCheck(Secrets secrets, Seal seal) {
    this.secrets = secrets;
    this.seal = seal;
  }

  /// What is wrong with secrets: those that are not there, and those that are others now.
  static List<Diagnostic> of(Plan plan, Secrets secrets, Seal seal) {
    SecretCheck check = new SecretCheck(secrets, seal);
    new Numbering(plan).steps().forEach(check::step);
    return List.copyOf(check.problems);
  }

  private void step(Step step) {
    step.calls().forEach(call -> value(call.arguments()));
    switch (step) {
      case Step.Create create -> desired(create.desired());
      case Step.Update update -> desired(update.desired());
      case Step.Read read -> {
        value(read.arguments());
        value(read.scope().settings());
      }
      case Step.Write write -> value(write.content());
      case Step.Delete _, Step.Amend _, Step.IfChanged _, Step.Transaction _ -> {}
    }
  }

  private void desired(Desired desired) {
    value(desired.attributes());
    value(desired.scope().settings());
  }

  private void value(Value value) {
    Sealed sealed = Sealed.of(value).orElse(null);
    if (sealed != null) {
      hold(sealed);
      return;
    }
    switch (value) {
      case Value.Sensitive(Value inner, Residual _) -> value(inner);
      case Value.Unknown(Shape _, Residual residual) -> residual(residual);
      case Value.Items(List<Value> items) -> items.forEach(this::value);
      case Value.Fields fields -> fields.fields().values().forEach(this::value);
      case Value.Text _, Value.Whole _, Value.Decimal _, Value.Flag _, Value.Ref _ -> {}
    }
  }

  private void residual(Residual residual) {
    switch (residual) {
      case Residual.Expression expression -> value(expression.bindings());
      case Residual.Joined joined -> joined.parts().forEach(this::value);
      case Residual.Secret _ -> found(residual);
      case Residual.Attribute _ -> {}
    }
  }

  private void hold(Sealed sealed) {
    Residual origin = sealed.origin();
    if (origin == null) {
      problems.add(Problems.unkeptSecret());
    } else if (!origin.reads().isEmpty()) {
      residual(origin);
    } else {
      found(origin)
          .filter(value -> sealed.fingerprint() != null && !sealed.matches(value, seal))
          .ifPresent(_ -> problems.add(Problems.otherSecret()));
    }
  }

  private Optional<Value> found(Residual origin) {
    try {
      return Optional.of(
          Residuals.resolve(
              new Value.Unknown(Shape.Scalar.ANY, origin), _ -> Optional.empty(), secrets));
    } catch (DiagnosticException absent) {
      problems.addAll(absent.diagnostics());
      return Optional.empty();
    }
  }
}
