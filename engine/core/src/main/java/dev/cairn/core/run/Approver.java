package dev.cairn.core.run;

import dev.cairn.api.plan.Plan;

/// Whoever says yes to a plan: a person, or an option.
@FunctionalInterface
public interface Approver {
  /// Says yes to everything.
  Approver YES = plan -> true;

  boolean approves(Plan plan);
}
