package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Uid;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Intent;
import dev.cairn.codec.Seal;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.world.ManualTime;
import dev.cairn.core.world.Steps;
import dev.cairn.core.world.Substitution;
import dev.cairn.core.world.World;
import dev.cairn.core.world.WorldCatalog;
import dev.cairn.core.world.WorldProvider;
import dev.cairn.testkit.store.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// Applies plans to a world of its own.
final class Rehearsal {
  static final Instant START = new ManualTime().instant();

  final ManualTime time = new ManualTime();
  final World world = new World(time);
  final Steps steps;
  final WorldProvider provider;
  final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  final Cancellation cancellation = new Cancellation();
  MemoryJournal journal = new MemoryJournal();
  Claim claim = Claim.ALONE;
  private final WorldCatalog catalog;
  private int runs;

  Rehearsal() {
    this(Repeat.FIND_BY_OPERATION);
  }

  Rehearsal(Repeat repeat) {
    steps = new Steps(repeat);
    provider = new WorldProvider(world, repeat);
    catalog = new WorldCatalog(provider);
  }

  Applied apply(Step... all) {
    return apply(Steps.plan(all));
  }

  Applied apply(Plan plan) {
    runs++;
    return new Applier(means()).apply(intent(plan), journal, claim, cancellation);
  }

  /// Recovers the last run, which had this plan.
  Applied recover(Plan plan, boolean lost) {
    return new Recovery(means()).recover(intent(plan), journal, lost, new Cancellation());
  }

  Means means() {
    return new Means(
        catalog,
        new Sessions(catalog, events::add),
        new Substitution(),
        Seal.MARK,
        events::add,
        time.time(),
        new Random(1),
        Patience.STANDARD);
  }

  Intent intent(Plan plan) {
    TreeMap<Address, Uid> uids = new TreeMap<>();
    new Numbering(plan)
        .steps()
        .forEach(step -> uids.put(step.key().address(), new Uid("uid-" + step.key().address())));
    Intent.Holder holder = new Intent.Holder("ann", "here", "boot", 1, 0, "2026-01-01", "");
    return new Intent("run-" + runs, holder, plan, uids);
  }

  /// Applies the step and gives the record that it leaves.
  Recorded made(Step.Create step) {
    return Objects.requireNonNull(apply(step).records().get(step.key().address()));
  }
}
