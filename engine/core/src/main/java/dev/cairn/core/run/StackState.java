package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.api.value.Value;
import dev.cairn.codec.ContentFormat;
import dev.cairn.codec.IntentFormat;
import dev.cairn.codec.RecordFormat;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.Seal;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.apply.Applied;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the state holds of one stack in one environment.
///
/// @param revision null for a store that was never written
/// @param lineage of the store; null where it has none yet
/// @param file to which the stack's name belongs; null where it belongs to none
/// @param lookups the pinned answers of lookups
/// @param open the runs that have not ended, oldest first
public record StackState(
    StatePaths paths,
    @Nullable Revision revision,
    @Nullable String lineage,
    @Nullable String file,
    SortedMap<Address, Recorded> records,
    SortedMap<Address, Value.Fields> lookups,
    Value.Fields outputs,
    List<Intent> open) {
  /// The kind of the step that writes the outputs.
  static final String OUTPUTS = "outputs";

  public StackState {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    lookups = Collections.unmodifiableSortedMap(new TreeMap<>(lookups));
    open = List.copyOf(open);
  }

  /// Reads the newest revision.
  ///
  /// @param file where the stack is now
  /// @throws DiagnosticException where the state is of another lineage, newer or damaged, or the
  ///   stack's name belongs to another file
  public static StackState load(
      StateStore store, StatePaths paths, String expectedLineage, Seal seal, StackFile file) {
    Optional<Revision> head = store.head();
    if (head.isEmpty()) {
      return new StackState(
          paths, null, null, null, new TreeMap<>(), new TreeMap<>(), Value.Fields.EMPTY, List.of());
    }
    Revision at = head.get();
    String lineage = lineage(store, at, expectedLineage);
    String owner = NameOwner.of(store, at, paths);
    NameOwner.refusal(owner, file, paths.stack())
        .ifPresent(problem -> {
          throw new DiagnosticException(problem);
        });
    RecordFormat records = new RecordFormat(seal);
    SortedMap<Address, Recorded> recorded = new TreeMap<>();
    for (String path : paths(store, at, paths.resources())) {
      Recorded record = records.read(text(store, at, path), path);
      recorded.put(record.address(), record);
    }
    return new StackState(
        paths,
        at,
        lineage,
        owner,
        recorded,
        lookups(store, at, paths, seal),
        store
            .read(at, paths.outputs())
            .map(text -> new ContentFormat(seal).read(text, paths.outputs()))
            .orElse(Value.Fields.EMPTY),
        open(store, at, paths, seal));
  }

  private static String lineage(StateStore store, Revision at, String expected) {
    String found =
        store
            .read(at, StatePaths.ROOT)
            .map(text -> RootFormat.read(text, StatePaths.ROOT))
            .orElseThrow(() ->
                new DiagnosticException(
                    Problems.foreignState(store.description(), "none", expected)));
    if (!found.equals(expected)) {
      throw new DiagnosticException(Problems.foreignState(store.description(), found, expected));
    }
    return found;
  }

  private static SortedMap<Address, Value.Fields> lookups(
      StateStore store, Revision at, StatePaths paths, Seal seal) {
    ContentFormat format = new ContentFormat(seal);
    SortedMap<Address, Value.Fields> lookups = new TreeMap<>();
    for (String path : paths(store, at, paths.lookups())) {
      Value.Fields content = format.read(text(store, at, path), path);
      content
          .text(StateCommits.ADDRESS)
          .ifPresent(address ->
              lookups.put(Address.parse(address), content.without(StateCommits.ADDRESS)));
    }
    return lookups;
  }

  static List<Intent> open(StateStore store, Revision at, StatePaths paths, Seal seal) {
    IntentFormat format = new IntentFormat(seal);
    List<Intent> open = new ArrayList<>();
    for (String path : paths(store, at, paths.runs())) {
      open.add(format.read(text(store, at, path), path));
    }
    return open;
  }

  private static List<String> paths(StateStore store, Revision at, String prefix) {
    return store.list(at, prefix).stream().map(StateStore.Entry::path).toList();
  }

  /// @throws DiagnosticException where a file that is listed is not there
  static String text(StateStore store, Revision at, String path) {
    return store
        .read(at, path)
        .orElseThrow(() ->
            new DiagnosticException(
                Diagnostic.error(
                    "CRN3031", "a file of the state is listed and cannot be read", path)));
  }

  /// Whether nothing is kept but runs.
  boolean empty() {
    return records.isEmpty() && lookups.isEmpty() && outputs.fields().isEmpty();
  }

  /// The state as a run has left it.
  StackState after(Applied applied) {
    SortedMap<Address, Recorded> nowRecorded = new TreeMap<>(records);
    nowRecorded.keySet().removeAll(applied.removed());
    nowRecorded.putAll(applied.records());
    SortedMap<Address, Value.Fields> pinned = new TreeMap<>(lookups);
    Value.Fields given = outputs;
    for (Map.Entry<StepKey, Value.Fields> entry : applied.learned().entrySet()) {
      StepKey step = entry.getKey();
      Value.Fields content = entry.getValue();
      if (step.kind().equals(OUTPUTS)) {
        given = content;
      } else if (content.fields().isEmpty()) {
        pinned.remove(step.address());
      } else {
        pinned.put(step.address(), content);
      }
    }
    return new StackState(paths, revision, lineage, file, nowRecorded, pinned, given, open);
  }
}
