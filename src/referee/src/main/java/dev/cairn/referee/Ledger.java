package dev.cairn.referee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Every call that came to a referee, in the order in which they came. Thread-safe.
public final class Ledger {
  private final SortedMap<Long, Entry> entries = new TreeMap<>();
  private long next;

  /// Notes a call when it comes.
  ///
  /// @return its number, for [#ended]
  synchronized long begun(Entry entry) {
    entries.put(next, entry);
    return next++;
  }

  synchronized void ended(long number, int status, boolean refused, Duration took) {
    entries.computeIfPresent(number, (key, entry) -> entry.ended(status, refused, took));
  }

  public synchronized List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  public List<Entry> entries(Predicate<Entry> wanted) {
    return entries().stream().filter(wanted).toList();
  }

  /// The calls that can change something, carried out or not.
  public List<Entry> mutating() {
    return entries(Entry::mutating);
  }

  /// How often each API was called.
  public SortedMap<String, Integer> counts() {
    return counts(entry -> true);
  }

  public SortedMap<String, Integer> counts(Predicate<Entry> wanted) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    entries(wanted).forEach(entry -> counts.merge(entry.api(), 1, Integer::sum));
    return counts;
  }

  /// Forgets everything up to now.
  public synchronized void clear() {
    entries.clear();
  }
}
