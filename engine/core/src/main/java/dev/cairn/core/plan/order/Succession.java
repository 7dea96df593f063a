package dev.cairn.core.plan.order;

import dev.cairn.api.address.Address;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which replaced resources have their new object before the old one goes, and who has to let go of
/// an old object where that cannot be.
///
/// An old object cannot go while something that outlives it refers to it. So its successor comes
/// first, and who referred to it is pointed to that; where old and new cannot be there at once, the
/// others let go of the old one before, and take hold of the new one after.
///
/// @param first the resources that are made first, each with the one that asks for it: itself, or
///   what outlives its old object
/// @param lettingGo what each resource that outlives others has to let go of
/// @param apart those that go, refer to each other, and so are taken apart before
public record Succession(
    SortedMap<Address, Address> first,
    SortedMap<Address, SortedSet<Address>> lettingGo,
    SortedSet<Address> apart) {
  public Succession {
    first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
    lettingGo = Collections.unmodifiableSortedMap(new TreeMap<>(lettingGo));
    apart = Collections.unmodifiableSortedSet(new TreeSet<>(apart));
  }

  public static Succession of(SortedMap<Address, Part> parts) {
    SortedMap<Address, Address> first = new TreeMap<>();
    SortedMap<Address, SortedSet<Address>> lettingGo = new TreeMap<>();
    Deque<Part> outliving = new ArrayDeque<>();
    for (Part part : parts.values()) {
      if (part.first()) {
        first.put(part.address(), part.address());
      }
      if (!part.deletes() || first.containsKey(part.address())) {
        outliving.add(part);
      }
    }
    while (!outliving.isEmpty()) {
      Part user = outliving.remove();
      for (Address target : user.refers()) {
        Part old = parts.get(target);
        if (old == null || !old.replaced() || first.containsKey(target) || bothGo(user, old)) {
          continue;
        }
        boolean stays = !user.deletes() && user.needs(target) && user.holdsOn().contains(target);
        if (user.deletes() || (stays && !old.alone())) {
          first.put(target, first.getOrDefault(user.address(), user.address()));
          outliving.add(old);
        } else if (stays) {
          lettingGo.computeIfAbsent(user.address(), _ -> new TreeSet<>()).add(target);
        }
      }
    }
    return new Succession(first, lettingGo, apart(parts));
  }

  private static SortedSet<Address> apart(SortedMap<Address, Part> parts) {
    SortedSet<Address> apart = new TreeSet<>();
    for (Part part : parts.values()) {
      if (part.refers().stream()
          .map(parts::get)
          .anyMatch(other -> other != null && other.deletes() && bothGo(part, other))) {
        apart.add(part.address());
      }
    }
    return apart;
  }

  /// Two that refer to each other and both go are taken apart before.
  private static boolean bothGo(Part user, Part old) {
    return user.deletes() && old.refers().contains(user.address());
  }

  public boolean first(Address address) {
    return first.containsKey(address);
  }

  /// What a resource has to let go of before its own steps.
  public SortedSet<Address> lettingGo(Address address) {
    return lettingGo.getOrDefault(address, Collections.emptySortedSet());
  }
}
