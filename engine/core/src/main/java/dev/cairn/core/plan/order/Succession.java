package dev.cairn.core.plan.order;

import dev.cairn.api.address.Address;
import dev.cairn.core.graph.Graph;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which replaced resources have their new object before the old one goes, and who has to let go of
/// an old object where that cannot be.
///
/// An old object cannot go while something that outlives it refers to it. So its successor comes
/// first, and who referred to it is pointed to that; where both cannot be there at once, the others
/// let go of the old one before, and take hold of the new one after. Objects that go and refer to
/// each other in a circle are taken apart: those that can let go of the others do so before.
///
/// @param first the resources that are made first, each with the one that asks for it: itself, or
///   what outlives its old object
/// @param lettingGo what each resource that outlives others has to let go of, with what takes its
///   place
/// @param apart what each resource that goes lets go of before
/// @param circles the first member of the circle that each resource that goes is in
public record Succession(
    SortedMap<Address, Address> first,
    SortedMap<Address, SortedMap<Address, Address>> lettingGo,
    SortedMap<Address, SortedSet<Address>> apart,
    SortedMap<Address, Address> circles) {
  public Succession {
    first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
    lettingGo = Collections.unmodifiableSortedMap(new TreeMap<>(lettingGo));
    apart = Collections.unmodifiableSortedMap(new TreeMap<>(apart));
    circles = Collections.unmodifiableSortedMap(new TreeMap<>(circles));
  }

  public static Succession of(SortedMap<Address, Part> parts) {
    return new Search(parts).search();
  }

  public boolean first(Address address) {
    return first.containsKey(address);
  }

  /// What a resource has to let go of before its own steps, with what takes its place.
  public SortedMap<Address, Address> lettingGo(Address address) {
    return lettingGo.getOrDefault(address, Collections.emptySortedMap());
  }

  /// Whether a resource that goes lets go of another one before.
  boolean apart(Address user, Address target) {
    return apart.getOrDefault(user, Collections.emptySortedSet()).contains(target);
  }

  /// Whether both go and refer to each other, be it through others.
  boolean circle(Address one, Address other) {
    return circles.containsKey(one) && circles.get(one).equals(circles.get(other));
  }

  private static final class Search {
    private final SortedMap<Address, Part> parts;
    private final SortedMap<Address, Address> first = new TreeMap<>();
    private final SortedMap<Address, SortedMap<Address, Address>> lettingGo = new TreeMap<>();
    private final SortedMap<Address, SortedSet<Address>> apart = new TreeMap<>();
    private final SortedMap<Address, Address> circles = new TreeMap<>();
    private final Map<Address, SortedSet<Address>> heirs = new HashMap<>();
    private final Deque<Part> outliving = new ArrayDeque<>();

    Search(SortedMap<Address, Part> parts) {
      this.parts = parts;
    }

    Succession search() {
      takeApart();
      new Keys(parts.values())
          .meet((taker, taken, holder, held) ->
              heirs.computeIfAbsent(holder.address(), _ -> new TreeSet<>()).add(taker.address()));
      for (Part part : parts.values()) {
        if (part.first()) {
          first.put(part.address(), part.address());
        }
        if (!part.deletes() || part.first()) {
          outliving.add(part);
        }
      }
      while (!outliving.isEmpty()) {
        Part user = outliving.remove();
        for (Address target : user.refers()) {
          Part old = parts.get(target);
          if (old != null && old.deletes()) {
            outlived(user, old);
          }
        }
      }
      return new Succession(first, lettingGo, apart, circles);
    }

    private void outlived(Part user, Part old) {
      Address target = old.address();
      if (first.containsKey(target)) {
        return;
      }
      if (user.deletes()) {
        boolean apartBefore = apart.getOrDefault(user.address(), new TreeSet<>()).contains(target);
        if (old.replaced() && !apartBefore) {
          comesFirst(user, old);
        }
      } else if (user.holdsOn().contains(target)) {
        if (old.replaced() && user.needs(target) && !old.alone()) {
          comesFirst(user, old);
        } else {
          heir(user, old)
              .ifPresent(heir ->
                  lettingGo
                      .computeIfAbsent(user.address(), _ -> new TreeMap<>())
                      .put(target, heir));
        }
      }
    }

    private void comesFirst(Part user, Part old) {
      first.put(old.address(), first.getOrDefault(user.address(), user.address()));
      outliving.add(old);
    }

    /// What the user needs next and what cannot be there before the old object has gone.
    private Optional<Address> heir(Part user, Part old) {
      if (old.replaced() && user.needs(old.address())) {
        return Optional.of(old.address());
      }
      return heirs.getOrDefault(old.address(), new TreeSet<>()).stream()
          .filter(user::needs)
          .findFirst();
    }

    /// Within a circle of what goes, each lets go of what it can.
    private void takeApart() {
      SortedMap<Address, SortedSet<Address>> going = new TreeMap<>();
      parts.forEach((address, part) -> {
        if (part.deletes()) {
          going.put(address, part.refers());
        }
      });
      for (SortedSet<Address> circle : Graph.of(going).components()) {
        for (Address member : circle.size() > 1 ? circle : new TreeSet<Address>()) {
          circles.put(member, circle.first());
          SortedSet<Address> others = new TreeSet<>(going.get(member));
          others.retainAll(circle);
          others.retainAll(Objects.requireNonNull(parts.get(member)).releases());
          if (!others.isEmpty()) {
            apart.put(member, others);
          }
        }
      }
    }
  }
}
