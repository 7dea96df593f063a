package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Uid;
import dev.cairn.api.address.Ulid;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Intent;
import dev.cairn.core.apply.Numbering;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gives a run its id, and the resources that it creates theirs.
final class Intents {
  private final Services services;

  Intents(Services services) {
    this.services = services;
  }

  Intent of(Plan plan) {
    return new Intent(ulid(), services.self(), plan, uids(plan));
  }

  /// A resource that is replaced keeps its id.
  private SortedMap<Address, Uid> uids(Plan plan) {
    Map<Address, Uid> known = new HashMap<>();
    SortedMap<Address, Uid> uids = new TreeMap<>();
    Numbering numbering = new Numbering(plan);
    for (Step step : numbering.steps()) {
      Recorded before = step.before();
      if (before != null) {
        known.put(before.address(), before.uid());
      }
    }
    for (Step step : numbering.steps()) {
      if (makes(step)) {
        Address address = step.key().address();
        uids.computeIfAbsent(address, unseen -> known.getOrDefault(address, new Uid(ulid())));
      }
    }
    return uids;
  }

  private static boolean makes(Step step) {
    return switch (step) {
      case Step.Create ignored -> true;
      case Step.Amend amend -> amend.before() == null;
      case Step.Update ignored -> false;
      case Step.Delete ignored -> false;
      case Step.Read ignored -> false;
      case Step.Write ignored -> false;
      case Step.IfChanged ignored -> false;
      case Step.Transaction ignored -> false;
    };
  }

  private String ulid() {
    byte[] bytes = new byte[10];
    services.random().nextBytes(bytes);
    return Ulid.of(services.time().now().toEpochMilli(), bytes);
  }
}
