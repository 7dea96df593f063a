package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.resource.Observed;
import java.util.List;
import java.util.SortedMap;

/// A plan, with what it rests on.
///
/// @param observed what was found of each record's objects
public record Planned(Plan plan, StackState state, SortedMap<Address, List<Observed>> observed) {
  /// Whether something is wrong that an apply must not pass over.
  public boolean refused() {
    return plan.diagnostics().stream().anyMatch(Diagnostic::isError);
  }
}
