package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Home;
import dev.cairn.api.value.Value;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What objects hold on to beyond what the stack's expressions read: a network of the same stack by
/// its plain name. And what follows on an engine, where the name of what is replaced stays and
/// nothing is replaced under a container: who holds it is replaced with it.
final class Holds {
  private final SortedMap<Address, Draft> drafts;

  Holds(SortedMap<Address, Draft> drafts) {
    this.drafts = drafts;
  }

  /// Lets each resource wait for what it names.
  void link() {
    Targets named = new Targets();
    drafts.values().stream()
        .filter(draft -> draft.desired != null && draft.schema.home() == Home.HOST)
        .forEach(draft -> add(draft.wanted(), named));
    for (Draft draft : named.isEmpty() ? new TreeMap<Address, Draft>().values() : drafts.values()) {
      if (draft.desired != null && draft.schema.home() == Home.HOST) {
        link(draft, draft.desired, named);
      }
    }
  }

  private static void add(Desired desired, Targets named) {
    named.add(
        desired.address(), desired.type(), desired.scope(), desired.attributes().without("id"));
  }

  private static void link(Draft draft, Desired desired, Targets named) {
    SortedSet<Address> held = new TreeSet<>();
    named
        .heldBy(draft.schema, desired.scope(), desired.attributes())
        .values()
        .forEach(held::addAll);
    held.remove(draft.address);
    if (!desired.dependsOn().containsAll(held)) {
      draft.waits.addAll(held);
      held.addAll(desired.dependsOn());
      draft.desired = desired.after(held);
    }
  }

  /// Who is replaced because of what it holds, and why; without those that are anyway.
  SortedMap<Address, Reason> following() {
    SortedMap<Address, Reason> following = new TreeMap<>();
    Targets replaced = new Targets();
    drafts.values().stream()
        .filter(draft -> draft.verdict == Verdict.REPLACE && draft.schema.home() == Home.HOST)
        .filter(draft -> draft.desired != null)
        .forEach(draft -> add(draft.wanted(), replaced));
    if (!replaced.isEmpty()) {
      drafts.values().stream()
          .filter(draft -> draft.desired != null && draft.schema.home() == Home.HOST)
          .filter(draft -> stays(draft.verdict))
          .forEach(draft -> follow(draft, draft.wanted(), replaced, following));
    }
    return following;
  }

  private static boolean stays(Verdict verdict) {
    return verdict == Verdict.NO_OP || verdict == Verdict.UPDATE || verdict == Verdict.AMEND;
  }

  private void follow(
      Draft draft, Desired desired, Targets replaced, SortedMap<Address, Reason> following) {
    SortedMap<String, SortedSet<Address>> held =
        replaced.heldBy(draft.schema, desired.scope(), desired.attributes());
    held.forEach((attribute, targets) ->
        following.putIfAbsent(
            draft.address, new Reason.TargetReplaced(Path.of(attribute), targets.first())));
    draft
        .schema
        .attributes()
        .forEach((name, attribute) -> {
          Value value = desired.attributes().get(name).orElse(Value.Fields.EMPTY);
          for (AttributeRef read : value.reads()) {
            Draft target = drafts.get(read.address());
            if (target != null
                && target.verdict == Verdict.REPLACE
                && target.schema.home() == Home.HOST
                && attribute.targets().contains(target.schema.type())) {
              following.putIfAbsent(
                  draft.address, new Reason.TargetReplaced(Path.of(name), read.address()));
            }
          }
        });
  }

  /// A dependency that the record lacks is recorded: it orders the deletion.
  void record() {
    for (Draft draft : drafts.values()) {
      Desired desired = draft.desired;
      boolean stays = draft.verdict == Verdict.NO_OP || draft.verdict == Verdict.AMEND;
      if (desired != null && stays && !draft.recorded().dependsOn().equals(others(desired))) {
        draft.verdict = Verdict.AMEND;
        draft.reasons.add(new Reason.Unrecorded(Path.of("dependsOn")));
      }
    }
  }

  private static SortedSet<Address> others(Desired desired) {
    SortedSet<Address> others = new TreeSet<>(desired.dependsOn());
    others.remove(desired.address());
    return others;
  }
}
