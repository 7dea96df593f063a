package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What an apply has come to.
///
/// @param plan what was planned; empty where it did not come to that
/// @param applied what was done; empty where nothing was started
/// @param run its ULID; empty where nothing was started
/// @param outputs of the stack, as they are now
public record Finished(
    Outcome outcome,
    Optional<Plan> plan,
    Optional<Applied> applied,
    Optional<String> run,
    Value.Fields outputs,
    List<Diagnostic> diagnostics) {
  public Finished {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(outputs, "outputs");
    diagnostics = List.copyOf(diagnostics);
  }

  static Finished before(Outcome outcome, Optional<Plan> plan, List<Diagnostic> diagnostics) {
    return new Finished(
        outcome, plan, Optional.empty(), Optional.empty(), Value.Fields.EMPTY, diagnostics);
  }
}
