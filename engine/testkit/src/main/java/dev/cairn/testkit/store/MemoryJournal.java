package dev.cairn.testkit.store;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A journal that is as durable as the test.
public final class MemoryJournal implements Journal {
  private final List<Entry> entries = new ArrayList<>();
  private int room = Integer.MAX_VALUE;

  /// The disk is full after so many more entries.
  public synchronized MemoryJournal room(int left) {
    room = left;
    return this;
  }

  @Override
  public void begin(OperationId operation, StepKey step, int call, ContentId arguments) {
    add(new Entry.Begun(operation, step, call, arguments));
  }

  @Override
  public void end(OperationId operation, int call, Reply reply) {
    add(new Entry.Ended(operation, call, reply));
  }

  @Override
  public void done(OperationId operation, StepKey step, @Nullable Recorded after) {
    add(new Entry.Done(operation, step, after));
  }

  @Override
  public void learned(StepKey step, Value.Fields content) {
    add(new Entry.Learned(step, content));
  }

  @Override
  public void turn(StepKey transaction, boolean forward) {
    add(new Entry.Turned(transaction, forward));
  }

  private synchronized void add(Entry entry) {
    if (room-- <= 0) {
      throw new IllegalStateException("no space left on the disk");
    }
    entries.add(entry);
  }

  @Override
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void close() {}
}
