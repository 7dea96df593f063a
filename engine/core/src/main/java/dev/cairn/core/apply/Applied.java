package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What became of a plan.
///
/// @param end why nothing more was started
/// @param records the records that were written, as they are now
/// @param removed the addresses that no longer have a record
/// @param learned what steps learned that is no record: answers of lookups, outputs
/// @param done the steps that ended well
/// @param omitted the steps that turned out to have nothing to change
/// @param skipped the steps that were not started, with the failed step that is the cause
/// @param notStarted the steps that the end of the run came before
/// @param undecided failed steps of which it is not known whether their object exists: the run's
///   journal and intent must stay, so that the next run looks again
/// @param strays the resources of which a second object was found
public record Applied(
    End end,
    SortedMap<Address, Recorded> records,
    SortedSet<Address> removed,
    SortedMap<StepKey, Value.Fields> learned,
    SortedSet<StepKey> done,
    SortedSet<StepKey> omitted,
    SortedMap<StepKey, Failure> failures,
    SortedMap<StepKey, StepKey> skipped,
    SortedSet<StepKey> notStarted,
    SortedSet<StepKey> undecided,
    SortedSet<Address> strays) {
  public Applied {
    Objects.requireNonNull(end, "end");
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    learned = Collections.unmodifiableSortedMap(new TreeMap<>(learned));
    done = Collections.unmodifiableSortedSet(new TreeSet<>(done));
    omitted = Collections.unmodifiableSortedSet(new TreeSet<>(omitted));
    failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    notStarted = Collections.unmodifiableSortedSet(new TreeSet<>(notStarted));
    undecided = Collections.unmodifiableSortedSet(new TreeSet<>(undecided));
    strays = Collections.unmodifiableSortedSet(new TreeSet<>(strays));
  }

  /// Whether every step ended well and nothing is left over.
  public boolean well() {
    return failures.isEmpty() && skipped.isEmpty() && notStarted.isEmpty() && strays.isEmpty();
  }

  /// Why a run started nothing more.
  public enum End {
    /// Every step had its turn.
    FINISHED,
    /// A person asked for it, once.
    DRAINED,
    /// A person asked for it, twice.
    ABORTED,
    /// The credentials ended.
    EXPIRED,
    /// The claim could not be confirmed.
    UNCLAIMED
  }
}
