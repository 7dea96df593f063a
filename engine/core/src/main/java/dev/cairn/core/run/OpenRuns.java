package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Intent.Holder;
import dev.cairn.api.state.Journal;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.apply.Means;
import dev.cairn.core.apply.Numbering;
import dev.cairn.core.apply.Recovery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The runs that have not ended: those that live are left alone, those that died here are
/// recovered.
final class OpenRuns {
  private final Services services;
  private final StatePaths paths;

  OpenRuns(Services services, StatePaths paths) {
    this.services = services;
    this.paths = paths;
  }

  /// What stands in the way of a new run, or what was done so that nothing does.
  sealed interface Cleared {
    record Free(List<Diagnostic> notices) implements Cleared {}

    record Claimed(Diagnostic problem) implements Cleared {}

    record Unresolved(List<Diagnostic> problems) implements Cleared {}
  }

  Cleared clear(StackState state, Means means, Cancellation cancellation) {
    List<Diagnostic> notices = new ArrayList<>();
    for (Intent intent : state.open()) {
      if (!diedHere(intent)) {
        return new Cleared.Claimed(Problems.claimed(intent, here(intent.holder())));
      }
    }
    for (Intent intent : state.open()) {
      Applied applied = recover(intent, means, cancellation);
      new Publication(services.store(), services.time(), services.random())
          .conclude(
              new StateCommits(paths, services.seal()), intent, applied, state.after(applied));
      if (!applied.undecided().isEmpty()) {
        return new Cleared.Unresolved(
            applied.undecided().stream()
                .map(step -> Problems.undecided(step, applied.failures().get(step)))
                .toList());
      }
      services.journals().discard(intent.run());
      notices.add(Problems.recovered(intent, applied.records().size()));
      applied.strays().forEach(address -> notices.add(Problems.stray(address)));
    }
    return new Cleared.Free(notices);
  }

  /// Whether a plan may become another one by what an open run does, or by its recovery.
  boolean unsettles(Intent intent, Plan plan) {
    Set<Address> theirs = written(intent.plan());
    Set<Address> ours = written(plan);
    return diedHere(intent)
        || meet(theirs, ours)
        || meet(theirs, plan.reads().keySet())
        || meet(ours, intent.plan().reads().keySet());
  }

  private static boolean meet(Set<Address> some, Set<Address> others) {
    return !Collections.disjoint(some, others);
  }

  private static Set<Address> written(Plan plan) {
    return new Numbering(plan)
        .steps().stream().map(step -> step.key().address()).collect(Collectors.toSet());
  }

  private boolean here(Holder holder) {
    return holder.machine().equals(services.self().machine());
  }

  /// A process of this boot that is gone; or one of an earlier boot, as its journal is on our disk.
  private boolean diedHere(Intent intent) {
    Holder holder = intent.holder();
    return here(holder)
        ? !services.processes().lives(holder)
        : holder.host().equals(services.self().host())
            && services.journals().runs().contains(intent.run());
  }

  private Applied recover(Intent intent, Means means, Cancellation cancellation) {
    services.phase("recovering", "run " + intent.run());
    boolean lost = !services.journals().runs().contains(intent.run());
    try (Journal journal = services.journals().open(intent.run())) {
      return new Recovery(means).recover(intent, journal, lost, cancellation);
    }
  }
}
