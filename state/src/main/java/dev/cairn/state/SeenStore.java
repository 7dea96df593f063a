package dev.cairn.state;

import dev.cairn.api.state.StateStore;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.StatePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A store of which this clone remembers the newest revision that it has seen: a head that does not
/// contain it is no newer state but a lost or older one, and is refused. Nor is a state that is
/// nowhere an empty one, unless its lineage was made in this clone.
public final class SeenStore implements StateStore {
  /// What is remembered of a lineage from when it was made until something is seen.
  private static final Revision NOTHING_YET = new Revision("nothing yet");

  private static final Pattern REMEMBERED = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private final StateStore store;
  private final String lineage;
  private final Path memory;
  private final Runnable unseen;

  /// @param lineage of the project
  /// @param local what is for this machine alone; whoever removes the file of the lineage in it
  ///   takes any state for the newest
  /// @param unseen refuses where a state that is not here may be elsewhere
  public SeenStore(StateStore store, String lineage, Path local, Runnable unseen) {
    this.store = store;
    this.lineage = lineage;
    this.memory = memory(local, lineage);
    this.unseen = unseen;
  }

  /// Notes that a lineage was made here, so that its state cannot be elsewhere.
  public static void begin(Path local, String lineage) throws IOException {
    write(memory(local, lineage), NOTHING_YET);
  }

  private static Path memory(Path local, String lineage) {
    return local.resolve("seen").resolve(lineage);
  }

  @Override
  public String description() {
    return store.description();
  }

  /// What was seen is read before the head: another process moves the head first and remembers it
  /// then.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the head does not contain what was
  ///   seen
  @Override
  public Optional<Revision> head() {
    Revision seen = seen();
    Optional<Revision> head = store.head();
    if (seen == null && head.isEmpty()) {
      unseen.run();
    }
    if (seen != null && !seen.equals(NOTHING_YET)) {
      Revision now = head.orElseThrow(() -> Problems.gone(description(), seen.id(), memory));
      if (!now.equals(seen) && !store.contains(now, seen)) {
        throw Problems.older(description(), now.id(), seen.id(), memory);
      }
    }
    head.filter(now -> !now.equals(seen) && ours(now)).ifPresent(this::rememberIfPossible);
    return head;
  }

  /// Whoever may only read here can still plan.
  private void rememberIfPossible(Revision now) {
    try {
      write(memory, now);
    } catch (AccessDeniedException | ReadOnlyFileSystemException readOnly) {
      return;
    } catch (IOException e) {
      throw Problems.unremembered(memory, e);
    }
  }

  /// Another project's state, met by a wrong setting, is nothing to remember.
  private boolean ours(Revision at) {
    return store
        .read(at, StatePaths.ROOT)
        .filter(root -> RootFormat.read(root, StatePaths.ROOT).equals(lineage))
        .isPresent();
  }

  private @Nullable Revision seen() {
    try {
      Revision seen = new Revision(Files.readString(memory, StandardCharsets.ISO_8859_1).strip());
      if (!seen.equals(NOTHING_YET) && !REMEMBERED.matcher(seen.id()).matches()) {
        throw Problems.forgotten(memory, "expected one line with a revision of the state");
      }
      return seen;
    } catch (NoSuchFileException nothingYet) {
      return null;
    } catch (IOException e) {
      throw Problems.forgotten(memory, Problems.text(e));
    }
  }

  private void remember(Revision now) {
    try {
      write(memory, now);
    } catch (IOException e) {
      throw Problems.unremembered(memory, e);
    }
  }

  private static void write(Path memory, Revision now) throws IOException {
    Replacement.writeNamed(memory, (now.id() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> read(Revision at, String path) {
    return store.read(at, path);
  }

  @Override
  public List<Entry> list(Revision at, String prefix) {
    return store.list(at, prefix);
  }

  @Override
  public boolean contains(Revision at, Revision earlier) {
    return store.contains(at, earlier);
  }

  @Override
  public List<Past> history(Revision at, String prefix, int limit) {
    return store.history(at, prefix, limit);
  }

  @Override
  public Published publish(@Nullable Revision expected, Commit commit) {
    Published published = store.publish(expected, commit);
    if (published instanceof Published.Accepted accepted) {
      remember(accepted.now());
    }
    return published;
  }

  @Override
  public Optional<Cell> register(String name) {
    return store.register(name);
  }

  @Override
  public Published swap(String name, @Nullable Revision expected, @Nullable String content) {
    return store.swap(name, expected, content);
  }

  @Override
  public void close() {
    store.close();
  }
}
