package dev.cairn.core.plan.order;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.StepKey;
import dev.cairn.core.graph.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each step waits for.
public final class Order {
  private final SortedMap<Address, Part> parts;
  private final Succession succession;
  private final Map<Address, List<StepKey>> steps = new HashMap<>();
  private final Map<Address, Integer> component = new HashMap<>();
  private final SortedMap<StepKey, SortedSet<StepKey>> waits = new TreeMap<>();
  private final List<Clash> clashes = new ArrayList<>();

  private Order(
      SortedMap<Address, Part> parts, Succession succession, Collection<StepKey> allSteps) {
    this.parts = parts;
    this.succession = succession;
    for (StepKey step : allSteps) {
      steps.computeIfAbsent(step.address(), _ -> new ArrayList<>()).add(step);
      waits.put(step, new TreeSet<>());
    }
  }

  /// A key that a resource takes and another object, or its own old one, has at that time.
  public record Clash(Address taker, Part.Taken taken, Address holder) {}

  /// @param steps the keys of all steps
  public static Order of(
      SortedMap<Address, Part> parts, Succession succession, Collection<StepKey> steps) {
    Order order = new Order(parts, succession, steps);
    order.number();
    parts.values().forEach(order::own);
    parts.values().forEach(order::upwards);
    parts.values().forEach(order::downwards);
    new Keys(parts.values()).meet(order::exchange);
    return order;
  }

  /// The steps with what they wait for.
  public SortedMap<StepKey, SortedSet<StepKey>> waits() {
    return waits;
  }

  public List<Clash> clashes() {
    return clashes;
  }

  public void wait(StepKey step, StepKey other) {
    SortedSet<StepKey> known = waits.get(step);
    if (known != null && waits.containsKey(other) && !step.equals(other)) {
      known.add(other);
    }
  }

  /// What needs each other, at whatever step, is one component.
  private void number() {
    SortedMap<Address, SortedSet<Address>> all = new TreeMap<>();
    parts.forEach((address, part) -> {
      SortedSet<Address> both = new TreeSet<>(part.needs());
      both.addAll(part.settleNeeds());
      all.put(address, both);
    });
    int number = 0;
    for (SortedSet<Address> members : Graph.of(all).components()) {
      for (Address member : members) {
        component.put(member, number);
      }
      number++;
    }
  }

  private List<StepKey> keys(Address address, String... kinds) {
    return steps.getOrDefault(address, List.of()).stream()
        .filter(step -> List.of(kinds).contains(step.kind()))
        .toList();
  }

  /// The order among the steps of one resource. Deposed objects are in nobody's way but by a key.
  private void own(Part part) {
    Address address = part.address();
    List<StepKey> old =
        keys(address, StepKinds.DELETE).stream().filter(step -> step.ordinal() == 0).toList();
    each(keys(address, StepKinds.SETTLE), keys(address, StepKinds.CREATE, StepKinds.UPDATE));
    each(old, keys(address, StepKinds.RELEASE));
    if (succession.first(address)) {
      each(old, keys(address, StepKinds.CREATE, StepKinds.SETTLE));
      each(keys(address, StepKinds.RELEASE), keys(address, StepKinds.CREATE, StepKinds.SETTLE));
    } else {
      each(keys(address, StepKinds.CREATE), old);
      each(keys(address, StepKinds.UPDATE, StepKinds.SETTLE), keys(address, StepKinds.RELEASE));
    }
  }

  private void each(List<StepKey> later, List<StepKey> earlier) {
    later.forEach(step -> earlier.forEach(other -> wait(step, other)));
  }

  /// What a resource needs is there before it is made or changed.
  private void upwards(Part part) {
    List<StepKey> begin =
        keys(part.address(), StepKinds.CREATE, StepKinds.UPDATE, StepKinds.RECORD);
    List<StepKey> settle = keys(part.address(), StepKinds.SETTLE);
    for (Address target : part.needs()) {
      each(begin, ready(part.address(), target));
      each(settle, ready(part.address(), target));
    }
    for (Address target : part.settleNeeds()) {
      each(settle, ready(part.address(), target));
    }
  }

  /// The steps after which a target can be used: all of them, or within a cycle only its creation.
  private List<StepKey> ready(Address user, Address target) {
    boolean together = Objects.equals(component.get(user), component.get(target));
    return together
        ? keys(target, StepKinds.CREATE, StepKinds.UPDATE)
        : keys(target, StepKinds.CREATE, StepKinds.UPDATE, StepKinds.SETTLE, StepKinds.READ);
  }

  /// What refers to an object is deleted, or has let go of it, before the object is deleted; and
  /// the object stays whole until then.
  private void downwards(Part user) {
    for (Address target : user.refers()) {
      Part old = parts.get(target);
      List<StepKey> deletions = keys(target, StepKinds.DELETE);
      if (old == null || deletions.isEmpty()) {
        continue;
      }
      boolean apart = succession.apart(user.address(), target);
      List<StepKey> letsGo = letsGo(user, target, old);
      each(deletions, letsGo);
      each(deletions, keys(user.address(), apart ? StepKinds.RELEASE : StepKinds.DELETE));
      if (!succession.circle(user.address(), target)) {
        each(keys(target, StepKinds.RELEASE), letsGo);
        each(keys(target, StepKinds.RELEASE), keys(user.address(), StepKinds.DELETE));
      }
    }
  }

  /// The steps after which the user no longer refers to the old object, but for its deletion.
  private List<StepKey> letsGo(Part user, Address target, Part old) {
    if (succession.lettingGo(user.address()).containsKey(target)) {
      return keys(user.address(), StepKinds.RELEASE);
    }
    boolean followed = old.replaced() && !succession.first(target) && user.needs(target);
    if (followed) {
      return List.of();
    }
    return succession.first(user.address())
        ? keys(user.address(), StepKinds.UPDATE, StepKinds.SETTLE, StepKinds.CREATE)
        : keys(user.address(), StepKinds.UPDATE, StepKinds.SETTLE);
  }

  /// Who frees a key does so before another takes it.
  private void exchange(Part taker, Part.Taken taken, Part holder, Part.Held held) {
    boolean itself = taker.address().equals(holder.address());
    boolean keeps = held.freedBy().stream().noneMatch(waits::containsKey);
    if (itself ? succession.first(taker.address()) && held.current() : keeps) {
      clashes.add(new Clash(taker.address(), taken, holder.address()));
    } else {
      each(taken.by(), held.freedBy());
    }
  }
}
