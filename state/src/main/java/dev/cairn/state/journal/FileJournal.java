package dev.cairn.state.journal;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.codec.Records;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A journal in a file: entries that come at the same time share one fsync.
final class FileJournal implements Journal {
  private final Path path;
  private final Records records;
  // not a channel: those close when a thread that uses them is interrupted
  private final RandomAccessFile file;
  private final Object appending = new Object();
  private final Object syncing = new Object();
  private long appended;
  private long synced;

  /// Opens an existing file; a line that a killed process left unfinished is cut off.
  FileJournal(Path path, Records records) throws IOException {
    this.path = path;
    this.records = records;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    this.file.setLength(new JournalLines(path, records).end());
    this.file.seek(file.length());
  }

  @Override
  public void begin(OperationId operation, StepKey step, int call, ContentId arguments) {
    write(new Entry.Begun(operation, step, call, arguments));
  }

  @Override
  public void end(OperationId operation, int call, Reply reply) {
    write(new Entry.Ended(operation, call, reply));
  }

  @Override
  public void done(OperationId operation, StepKey step, @Nullable Recorded after) {
    write(new Entry.Done(operation, step, after));
  }

  @Override
  public void learned(StepKey step, Value.Fields content) {
    write(new Entry.Learned(step, content));
  }

  @Override
  public void turn(StepKey transaction, boolean forward) {
    write(new Entry.Turned(transaction, forward));
  }

  @Override
  public List<Entry> entries() {
    try {
      return new JournalLines(path, records).entries();
    } catch (IOException e) {
      throw JournalProblems.unreadable(path, e);
    }
  }

  private void write(Entry entry) {
    byte[] line = (Json.canonical(records.encode(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      sync(append(line));
    } catch (IOException e) {
      throw JournalProblems.unwritable(path, e);
    }
  }

  private long append(byte[] line) throws IOException {
    synchronized (appending) {
      file.write(line);
      return ++appended;
    }
  }

  /// Returns once the entry with this number is on the disk, whoever brought it there.
  private void sync(long number) throws IOException {
    synchronized (syncing) {
      if (synced >= number) {
        return;
      }
      long last;
      synchronized (appending) {
        last = appended;
      }
      file.getFD().sync();
      synced = last;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw JournalProblems.unwritable(path, e);
    }
  }
}
