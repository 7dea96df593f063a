package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Address.Part;
import dev.cairn.api.resource.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who depends on whom, over what is desired and what is recorded.
final class Dependants {
  private Dependants() {}

  /// A dependency on a module is one on each resource in it.
  static void widen(SortedMap<Address, Draft> drafts) {
    for (Draft draft : drafts.values()) {
      for (Address target : List.copyOf(draft.waits)) {
        if (!drafts.containsKey(target)) {
          drafts.keySet().stream()
              .filter(address -> within(address, target))
              .forEach(draft.waits::add);
        }
      }
    }
  }

  private static boolean within(Address address, Address module) {
    List<Part> path = new ArrayList<>(module.modules());
    int depth = path.size();
    if (address.modules().size() <= depth || !address.modules().subList(0, depth).equals(path)) {
      return false;
    }
    Part entered = address.modules().get(depth);
    Part asked = module.name();
    return entered.name().equals(asked.name())
        && (asked.key() == null || asked.key().equals(entered.key()));
  }

  /// What each resource waits for, as it is wanted and as it is recorded.
  static SortedMap<Address, SortedSet<Address>> all(SortedMap<Address, Draft> drafts) {
    SortedMap<Address, SortedSet<Address>> waits = new TreeMap<>();
    drafts.forEach((address, draft) -> {
      SortedSet<Address> both = new TreeSet<>(draft.waits);
      both.addAll(draft.settleWaits);
      Recorded record = draft.record;
      if (record != null) {
        both.addAll(record.dependsOn());
      }
      waits.put(address, both);
    });
    return waits;
  }
}
