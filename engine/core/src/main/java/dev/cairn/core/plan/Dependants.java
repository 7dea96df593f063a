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

  /// What is created first keeps its old object until then, and with it everything that the old
  /// object depends on: what of that is replaced is created first as well.
  static void carryOrder(SortedMap<Address, Draft> drafts) {
    for (Draft draft : drafts.values()) {
      if (draft.verdict == Verdict.REPLACE && draft.firstFor == null && draft.createFirst()) {
        carryOrder(draft, draft.address, drafts, new TreeSet<>());
      }
    }
  }

  private static void carryOrder(
      Draft user, Address first, SortedMap<Address, Draft> drafts, SortedSet<Address> seen) {
    Recorded record = user.record;
    if (record == null || !seen.add(user.address)) {
      return;
    }
    for (Address target : record.dependsOn()) {
      Draft held = drafts.get(target);
      if (held != null && held.verdict.deletes() && !mutual(record, held)) {
        if (held.verdict == Verdict.REPLACE && !held.createFirst()) {
          held.firstFor = first;
        }
        carryOrder(held, first, drafts, seen);
      }
    }
  }

  /// Whether what a resource refers to refers to it.
  static boolean mutual(Recorded user, Draft held) {
    return held.record != null && held.record.dependsOn().contains(user.address());
  }

  /// Whether a resource that is deleted refers to another one that is deleted and that refers to
  /// it.
  static boolean entangled(Draft draft, SortedMap<Address, Draft> drafts) {
    Recorded record = draft.record;
    return record != null
        && draft.verdict.deletes()
        && record.dependsOn().stream()
            .map(drafts::get)
            .anyMatch(other -> other != null && other.verdict.deletes() && mutual(record, other));
  }
}
