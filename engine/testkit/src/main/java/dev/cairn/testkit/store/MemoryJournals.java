package dev.cairn.testkit.store;

import dev.cairn.api.state.Journals;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Journals that are as durable as the test.
public final class MemoryJournals implements Journals {
  private final SortedMap<String, MemoryJournal> journals = new TreeMap<>();
  private int room = Integer.MAX_VALUE;

  /// New journals take so many entries, then the disk is full.
  public void room(int entries) {
    room = entries;
    journals.values().forEach(journal -> journal.room(entries));
  }

  @Override
  public MemoryJournal open(String run) {
    return journals.computeIfAbsent(run, name -> new MemoryJournal().room(room));
  }

  @Override
  public List<String> runs() {
    return List.copyOf(journals.keySet());
  }

  @Override
  public void discard(String run) {
    journals.remove(run);
  }
}
