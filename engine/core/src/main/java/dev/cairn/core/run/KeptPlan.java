package dev.cairn.core.run;

import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Residuals;
import dev.cairn.core.plan.PlanInput;
import dev.cairn.core.plan.StepChanges;
import java.util.List;
import java.util.Optional;

/// Tells what the plan of a file does, from its steps alone.
final class KeptPlan {
  private final Services services;

  KeptPlan(Services services) {
    this.services = services;
  }

  /// The plan as it is to be shown; empty where its steps say neither what they change nor why.
  ///
  /// @param kept a plan that was held against the state, against reality and against its secrets
  Optional<Planned> told(Planned kept, RunRequest request) {
    StackState state = kept.state();
    PlanInput input =
        PlanRun.input(
            services,
            request,
            state,
            new AskedLookups(request, state),
            kept.observed(),
            PlanInput.Accounts.ONE);
    return new StepChanges(services.catalog(), input, this::revealed)
        .of(kept.plan().steps())
        .map(told -> new Planned(shown(kept.plan(), told, state), state, kept.observed()));
  }

  private Value revealed(Value value) {
    return Residuals.advance(value, _ -> Optional.empty(), services.inputs().secrets());
  }

  private static Plan shown(Plan plan, StepChanges.Told told, StackState state) {
    return new Plan(
        plan.header(),
        plan.steps(),
        told.changes(),
        told.unchanged(),
        outputs(plan.steps()).orElse(state.outputs()),
        plan.reads(),
        List.of(),
        plan.approval());
  }

  private static Optional<Value.Fields> outputs(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.key().kind().equals(StackState.OUTPUTS))
        .filter(Step.Write.class::isInstance)
        .map(step -> ((Step.Write) step).content())
        .findFirst();
  }
}
