package dev.cairn.testkit.store;

import dev.cairn.api.state.StateStore;
import dev.cairn.codec.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A store with its whole history in memory.
public final class MemoryStore implements StateStore {
  private final List<SortedMap<String, String>> history = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private Runnable beforePublish = () -> {};
  private Runnable beforeHead = () -> {};

  /// Something that happens once, just before the next publication.
  public void beforeNextPublish(Runnable action) {
    beforePublish = action;
  }

  /// Something that happens once, just before the head is read again.
  public void beforeNextHead(Runnable action) {
    beforeHead = action;
  }

  /// Takes the newest commits away, as a restored backup does.
  public void rewind(int commits) {
    history.subList(history.size() - commits, history.size()).clear();
  }

  /// A person edits a file of the newest revision.
  public void edit(String path, UnaryOperator<String> change) {
    history.getLast().compute(path, (name, text) -> change.apply(Objects.requireNonNull(text)));
  }

  public List<String> messages() {
    return List.copyOf(messages);
  }

  /// The files of the newest revision.
  public SortedMap<String, String> files() {
    return history.isEmpty() ? new TreeMap<>() : history.getLast();
  }

  @Override
  public String description() {
    return "the store of this test";
  }

  @Override
  public Optional<Revision> head() {
    Runnable action = beforeHead;
    beforeHead = () -> {};
    action.run();
    return newest();
  }

  private Optional<Revision> newest() {
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(new Revision(String.valueOf(history.size())));
  }

  private SortedMap<String, String> at(Revision revision) {
    return history.get(Integer.parseInt(revision.id()) - 1);
  }

  @Override
  public Optional<String> read(Revision revision, String path) {
    return Optional.ofNullable(at(revision).get(path));
  }

  @Override
  public List<Entry> list(Revision revision, String prefix) {
    return at(revision).entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .map(file -> new Entry(file.getKey(), Digests.ofText(file.getValue())))
        .toList();
  }

  @Override
  public boolean contains(Revision at, Revision earlier) {
    return Integer.parseInt(earlier.id()) <= Integer.parseInt(at.id());
  }

  @Override
  public List<Past> history(Revision at, String prefix, int limit) {
    return List.of();
  }

  @Override
  public Published publish(@Nullable Revision expected, Commit commit) {
    Runnable action = beforePublish;
    beforePublish = () -> {};
    action.run();
    Revision actual = newest().orElse(null);
    if (!Optional.ofNullable(expected).equals(Optional.ofNullable(actual))) {
      return new Published.Moved(actual);
    }
    SortedMap<String, String> files = new TreeMap<>(files());
    commit.delete().forEach(files::remove);
    files.putAll(commit.put());
    history.add(files);
    messages.add(commit.message());
    return new Published.Accepted(newest().orElseThrow());
  }

  @Override
  public Optional<Cell> register(String name) {
    return Optional.empty();
  }

  @Override
  public Published swap(String name, @Nullable Revision expected, @Nullable String content) {
    return new Published.Moved(null);
  }

  @Override
  public void close() {}
}
