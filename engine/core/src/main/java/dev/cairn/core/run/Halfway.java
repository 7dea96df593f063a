package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.apply.Numbering;
import java.util.SortedSet;
import java.util.TreeSet;

/// The resources whose old object a run has deleted and whose new one it has not made: what is
/// down.
final class Halfway {
  private Halfway() {}

  static SortedSet<Address> of(Plan plan, Applied applied) {
    SortedSet<Address> gone = new TreeSet<>();
    SortedSet<Address> unmade = new TreeSet<>();
    for (Step step : new Numbering(plan).steps()) {
      boolean done = applied.done().contains(step.key());
      if (step instanceof Step.Delete delete && done && delete.target().role() == Role.CURRENT) {
        gone.add(step.key().address());
      } else if (step instanceof Step.Create
          && !done
          && !applied.undecided().contains(step.key())
          && !made(step, applied)) {
        unmade.add(step.key().address());
      }
    }
    gone.retainAll(unmade);
    return gone;
  }

  /// A creation that failed may have left its object all the same.
  private static boolean made(Step step, Applied applied) {
    Recorded left = applied.records().get(step.key().address());
    return left != null && left.current().isPresent();
  }
}
