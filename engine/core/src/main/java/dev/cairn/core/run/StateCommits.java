package dev.cairn.core.run;

import dev.cairn.api.plan.StepKey;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.api.value.Value;
import dev.cairn.codec.ContentFormat;
import dev.cairn.codec.IntentFormat;
import dev.cairn.codec.RecordFormat;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.Seal;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.apply.Applied;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What runs write into the state: only the files that change.
final class StateCommits {
  /// In the file of a lookup, beside what it pins: its address, as file names do not tell it.
  static final String ADDRESS = "address";

  private final StatePaths paths;
  private final Seal seal;

  StateCommits(StatePaths paths, Seal seal) {
    this.paths = paths;
    this.seal = seal;
  }

  /// What is about to be done, published before the first mutating call.
  ///
  /// @param head upon which it goes
  /// @param file where the stack is now
  Commit intent(Intent intent, StateStore store, @Nullable Revision head, StackFile file) {
    SortedMap<String, String> put = new TreeMap<>();
    put.put(paths.run(intent.run()), new IntentFormat(seal).write(intent));
    if (head == null) {
      put.put(StatePaths.ROOT, RootFormat.write(intent.plan().header().lineage()));
    }
    if (head == null || !file.path().equals(NameOwner.of(store, head, paths))) {
      put.put(paths.owner(), NameOwner.write(file));
    }
    return new Commit(put, new TreeSet<>(), Messages.intent(intent));
  }

  /// What has been done.
  ///
  /// @param ends whether the run has ended; else it is still to be recovered
  /// @param last whether nothing of the stack is left in any environment
  Commit outcome(Intent intent, Applied applied, boolean ends, boolean last) {
    SortedMap<String, String> put = new TreeMap<>();
    SortedSet<String> delete = new TreeSet<>();
    applied.removed().forEach(address -> delete.add(paths.resource(address)));
    RecordFormat records = new RecordFormat(seal);
    applied
        .records()
        .forEach((address, record) -> put.put(paths.resource(address), records.write(record)));
    applied.learned().forEach((step, content) -> learned(step, content, put, delete));
    if (ends) {
      delete.add(paths.run(intent.run()));
    }
    if (ends && last) {
      delete.add(paths.owner());
    }
    return new Commit(put, delete, Messages.outcome(intent, applied));
  }

  private void learned(
      StepKey step, Value.Fields content, SortedMap<String, String> put, SortedSet<String> delete) {
    ContentFormat format = new ContentFormat(seal);
    if (step.kind().equals(StackState.OUTPUTS)) {
      if (content.fields().isEmpty()) {
        delete.add(paths.outputs());
        return;
      }
      put.put(paths.outputs(), format.write(content));
    } else if (content.fields().isEmpty()) {
      delete.add(paths.lookup(step.address()));
    } else {
      put.put(
          paths.lookup(step.address()),
          format.write(content.with(ADDRESS, Value.text(step.address().toString()))));
    }
  }
}
