package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Nothing that depends on something unknown is created, changed or deleted (semantics, section 2):
/// its own values may rest on what nobody has seen. Nor is deleted what is still used by something
/// that is not looked at or that waits.
final class Waiting {
  private final SortedMap<Address, Draft> drafts;
  private final SortedMap<Address, SortedSet<Address>> users = new TreeMap<>();
  private final Deque<Map.Entry<Address, Address>> reached = new ArrayDeque<>();
  private final SortedSet<Address> seen = new TreeSet<>();

  private Waiting(SortedMap<Address, Draft> drafts) {
    this.drafts = drafts;
    Dependants.all(drafts)
        .forEach((user, targets) ->
            targets.forEach(
                target -> users.computeIfAbsent(target, _ -> new TreeSet<>()).add(user)));
  }

  static void hold(SortedMap<Address, Draft> drafts) {
    List<Draft> unread =
        drafts.values().stream().filter(draft -> draft.verdict == Verdict.UNKNOWN).toList();
    if (!unread.isEmpty()) {
      new Waiting(drafts).spread(unread);
    }
  }

  private void spread(List<Draft> unread) {
    unread.forEach(draft -> {
      seen.add(draft.address);
      reached.add(Map.entry(draft.address, draft.address));
    });
    while (!reached.isEmpty()) {
      Map.Entry<Address, Address> next = reached.remove();
      Draft draft = drafts.get(next.getKey());
      Address cause = next.getValue();
      for (Address user : users.getOrDefault(next.getKey(), new TreeSet<>())) {
        reach(user, cause);
      }
      if (draft != null && draft.record != null && !draft.verdict.carriedOut()) {
        draft.record.dependsOn().stream().filter(this::deleted).forEach(held -> reach(held, cause));
      }
    }
  }

  private boolean deleted(Address held) {
    Draft draft = drafts.get(held);
    return draft != null && draft.verdict.deletes();
  }

  private void reach(Address address, Address cause) {
    Draft draft = drafts.get(address);
    if (draft == null || !seen.add(address)) {
      return;
    }
    reached.add(Map.entry(address, cause));
    Changes.action(draft)
        .filter(_ -> draft.verdict.carriedOut())
        .ifPresent(action -> {
          draft.reasons.addFirst(new Reason.Waits(action, cause));
          draft.verdict = Verdict.BLOCKED;
        });
  }
}
