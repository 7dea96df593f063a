package dev.cairn.state.directory;

import dev.cairn.api.resource.ContentId;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.Digests;
import dev.cairn.codec.StatePaths;
import dev.cairn.state.Lock;
import dev.cairn.state.Problems;
import dev.cairn.state.Replacement;
import dev.cairn.state.StorePath;
import dev.cairn.state.tree.Tree;
import dev.cairn.state.tree.TreeEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// State in a plain directory: objects by their digest, a `head` that is exchanged under a lock,
/// and cells. Opening it does nothing; the first publication makes the folder.
public final class DirectoryStore implements StateStore {
  private static final Revision NONE = new Revision("");

  private final Path root;
  private final InstantSource clock;
  private final Objects objects;
  private final Batch batch = new Batch();
  private final StoredFolders folders;
  private final Map<Revision, Snapshot> snapshots = new HashMap<>();

  public DirectoryStore(Path root, InstantSource clock) {
    this.root = root.toAbsolutePath().normalize();
    this.clock = clock;
    this.objects = new Objects(this.root);
    this.folders = new StoredFolders(objects, batch);
  }

  @Override
  public String description() {
    return "directory " + root;
  }

  @Override
  public Optional<Revision> head() {
    return reading(() -> {
      Optional<Revision> head = newest();
      if (head.isPresent() && tree(head.get()).file(StatePaths.ROOT).isEmpty()) {
        throw Problems.foreign(description(), "it has no " + StatePaths.ROOT);
      }
      return head;
    });
  }

  private Optional<Revision> newest() throws IOException {
    Path file = root.resolve("head");
    Optional<String> id = text(file);
    if (id.isPresent() && !isId(id.get())) {
      throw Problems.damaged(file.toString(), "it names no revision");
    }
    return id.map(Revision::new);
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{64}");
  }

  @Override
  public Optional<String> read(Revision at, String path) {
    StorePath.check(path);
    return reading(() -> {
      var file = tree(at).file(path);
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(new String(objects.read(file.get().id()), StandardCharsets.UTF_8));
    });
  }

  @Override
  public List<Entry> list(Revision at, String prefix) {
    return reading(() ->
        tree(at).files(prefix).stream()
            .map(leaf -> new Entry(leaf.path(), new ContentId(leaf.id())))
            .toList());
  }

  @Override
  public boolean contains(Revision at, Revision earlier) {
    return reading(() -> {
      Revision each = at;
      while (each != null && !each.equals(earlier)) {
        each = snapshot(each).before();
      }
      return each != null;
    });
  }

  @Override
  public List<Past> history(Revision at, String prefix, int limit) {
    return reading(() -> {
      List<Past> past = new ArrayList<>();
      Revision each = at;
      while (each != null && past.size() < limit) {
        Snapshot snapshot = snapshot(each);
        Revision before = snapshot.before();
        Tree earlier = before == null ? null : tree(before);
        if (!new Tree(folders, snapshot.tree()).sameBelow(prefix, earlier)) {
          past.add(new Past(each, snapshot.at(), "", snapshot.message()));
        }
        each = before;
      }
      return past;
    });
  }

  @Override
  public Published publish(@Nullable Revision expected, Commit commit) {
    commit.put().keySet().forEach(StorePath::check);
    commit.delete().forEach(StorePath::check);
    try {
      Revision now = new Revision(write(expected, commit));
      return Lock.under(
          root.resolve("lock"),
          () -> {
            Revision actual = newest().orElse(null);
            if (!java.util.Objects.equals(actual, expected)) {
              return new Published.Moved(actual);
            }
            replace(root.resolve("head"), now.id());
            return new Published.Accepted(now);
          });
    } catch (IOException e) {
      return Problems.refused("state:Publish", e);
    } finally {
      batch.drop();
    }
  }

  private String write(@Nullable Revision expected, Commit commit) throws IOException {
    folders.forget();
    Map<String, String> put = new TreeMap<>();
    commit.put().forEach((path, text) -> put.put(path, batch.add(text)));
    String before = expected == null ? null : snapshot(expected).tree();
    String tree = new TreeEdit(put, commit.delete()).apply(folders, before);
    String id =
        batch.add(
            new Snapshot(
                    tree,
                    expected == null ? null : expected.id(),
                    clock.instant().toString(),
                    commit.message())
                .write());
    batch.keep(objects);
    return id;
  }

  @Override
  public Optional<Cell> register(String name) {
    Path file = cell(name);
    return reading(() -> text(file).map(DirectoryStore::cellOf));
  }

  @Override
  public Published swap(String name, @Nullable Revision expected, @Nullable String content) {
    Path file = cell(name);
    try {
      return Lock.under(
          root.resolve("lock"),
          () -> {
            Revision actual =
                text(file).map(DirectoryStore::cellOf).map(Cell::revision).orElse(null);
            if (!java.util.Objects.equals(actual, expected)) {
              return new Published.Moved(actual);
            }
            if (content == null) {
              Files.deleteIfExists(file);
              return new Published.Accepted(expected == null ? NONE : expected);
            }
            replace(file, content);
            return new Published.Accepted(cellOf(content).revision());
          });
    } catch (IOException e) {
      return Problems.refused("state:Swap", e);
    }
  }

  private static Cell cellOf(String content) {
    return new Cell(new Revision(Digests.ofText(content).sha256()), content);
  }

  private Path cell(String name) {
    return root.resolve("cells").resolve(StorePath.check(name) + ".cell");
  }

  private static void replace(Path file, String text) throws IOException {
    Replacement.writeNamed(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Tree tree(Revision at) throws IOException {
    return new Tree(folders, snapshot(at).tree());
  }

  private Snapshot snapshot(Revision at) throws IOException {
    Snapshot known = snapshots.get(at);
    if (known == null) {
      known = load(at);
      snapshots.put(at, known);
    }
    return known;
  }

  private Snapshot load(Revision at) throws IOException {
    if (!isId(at.id()) || !objects.has(at.id())) {
      throw Problems.unknown(description(), at.id());
    }
    return Snapshot.read(at.id(), objects.read(at.id()));
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private <T> T reading(Lock.Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw Problems.unreadable(description(), e);
    }
  }

  @Override
  public void close() {
    folders.forget();
  }
}
