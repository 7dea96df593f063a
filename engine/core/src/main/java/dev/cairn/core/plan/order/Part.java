package dev.cairn.core.plan.order;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.StepKey;
import dev.cairn.core.expand.ExclusiveKey;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the order of one resource's steps follows from: facts about the object that it is and the
/// one that it will be.
///
/// @param makes whether the plan makes a new object
/// @param deletes whether the plan deletes the object that it is
/// @param asksFirst whether the new object is asked to be there before the old one goes; null where
///   nobody minds
/// @param needs what must be there before it is made or changed
/// @param settleNeeds what must be there before what is set after creation is set
/// @param refers what the object that it is refers to, as it is recorded and as it is: that goes
///   after it has let go
/// @param holdsOn those of it that cannot go while this one refers to them
/// @param keeps those of them that it still refers to when the plan is done with it
/// @param releases what of it the object can let go of before it goes itself: what it does not
///   refer to by what it was made with
/// @param holds the exclusive keys of its objects
/// @param takes the exclusive keys that it comes to hold
public record Part(
    Address address,
    boolean makes,
    boolean deletes,
    @Nullable Boolean asksFirst,
    SortedSet<Address> needs,
    SortedSet<Address> settleNeeds,
    SortedSet<Address> refers,
    SortedSet<Address> holdsOn,
    SortedSet<Address> keeps,
    SortedSet<Address> releases,
    List<Held> holds,
    List<Taken> takes) {
  public Part {
    Objects.requireNonNull(address, "address");
    needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    settleNeeds = Collections.unmodifiableSortedSet(new TreeSet<>(settleNeeds));
    refers = Collections.unmodifiableSortedSet(new TreeSet<>(refers));
    holdsOn = Collections.unmodifiableSortedSet(new TreeSet<>(holdsOn));
    keeps = Collections.unmodifiableSortedSet(new TreeSet<>(keeps));
    releases = Collections.unmodifiableSortedSet(new TreeSet<>(releases));
    holds = List.copyOf(holds);
    takes = List.copyOf(takes);
  }

  /// A key that an object has.
  ///
  /// @param freedBy the steps after which it no longer has it; empty where it keeps it
  public record Held(ExclusiveKey key, List<StepKey> freedBy) {
    public Held {
      Objects.requireNonNull(key, "key");
      freedBy = List.copyOf(freedBy);
    }

    /// Whether it is the key of the object that the resource is, not of a deposed one.
    boolean current() {
      return freedBy.stream().allMatch(step -> step.ordinal() == 0);
    }
  }

  /// A key that an object gets.
  ///
  /// @param by the steps one of which gives it the key
  public record Taken(ExclusiveKey key, List<StepKey> by) {
    public Taken {
      Objects.requireNonNull(key, "key");
      by = List.copyOf(by);
    }
  }

  boolean replaced() {
    return makes && deletes;
  }

  /// Whether it needs another one, at whatever step.
  boolean needs(Address other) {
    return needs.contains(other) || settleNeeds.contains(other);
  }

  boolean first() {
    return replaced() && Boolean.TRUE.equals(asksFirst);
  }

  /// Whether the new object cannot be there at once with the old one: both have a key that one
  /// object at a time can have, or the stack will not have it so.
  boolean alone() {
    return Boolean.FALSE.equals(asksFirst)
        || takes.stream()
            .anyMatch(taken ->
                holds.stream()
                    .filter(Held::current)
                    .anyMatch(held -> held.key().clashes(taken.key())));
  }
}
