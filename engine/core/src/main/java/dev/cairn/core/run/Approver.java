package dev.cairn.core.run;

/// Whoever says yes to a plan: a person, or an option.
@FunctionalInterface
public interface Approver {
  /// Says yes to everything.
  Approver YES = planned -> true;

  boolean approves(Planned planned);
}
