package dev.cairn.state.git;

import dev.cairn.api.resource.ContentId;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.StatePaths;
import dev.cairn.state.Problems;
import dev.cairn.state.StorePath;
import dev.cairn.state.tree.Tree;
import dev.cairn.state.tree.TreeEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// State on a branch of a local repository. Work tree, index and HEAD are never touched; cells are
/// blobs that refs below `refs/cairn/` name.
public final class GitStore implements StateStore {
  private final FileRepository repository;
  private final String branch;
  private final InstantSource clock;
  private final ObjectReader reader;
  private final GitTrees trees;
  private final Commits commits;
  private final Inserters inserters;
  private final Refs refs;

  private GitStore(FileRepository repository, String branch, InstantSource clock) {
    this.repository = repository;
    this.branch = branch;
    this.clock = clock;
    this.reader = repository.newObjectReader();
    this.trees = new GitTrees(reader);
    this.commits = new Commits(reader);
    this.inserters = new Inserters(repository);
    this.refs = new Refs(repository);
  }

  /// @param branch its short name, `cairn/state`
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the repository cannot be opened
  public static GitStore open(GitPlace place, String branch, InstantSource clock) {
    if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
      throw Problems.foreign("branch " + branch, "no branch can have this name");
    }
    return new GitStore(Repositories.bare(place), branch, clock);
  }

  @Override
  public String description() {
    return "branch " + branch + " of " + repository.getDirectory();
  }

  @Override
  public Optional<Revision> head() {
    return reading(() -> {
      Optional<Revision> head = refs.read(ref());
      if (head.isPresent()) {
        check(head.get());
      } else {
        Elsewhere.check(repository, branch);
      }
      return head;
    });
  }

  /// Refuses a branch that is somebody else's.
  private void check(Revision head) throws IOException {
    if (!commits.has(head)) {
      throw Problems.damaged(description(), head.id() + " is missing");
    }
    try {
      if (tree(head).file(StatePaths.ROOT).isEmpty()) {
        throw Problems.foreign(description(), "it has no " + StatePaths.ROOT);
      }
    } catch (IncorrectObjectTypeException e) {
      throw Problems.foreign(description(), "it names no commit");
    }
  }

  @Override
  public Optional<String> read(Revision at, String path) {
    StorePath.check(path);
    return reading(() -> {
      var file = tree(at).file(path);
      return file.isEmpty() ? Optional.empty() : Optional.of(text(reader, file.get().id()));
    });
  }

  private static String text(ObjectReader reader, String id) throws IOException {
    byte[] content = reader.open(ObjectId.fromString(id), Constants.OBJ_BLOB).getBytes();
    return new String(content, StandardCharsets.UTF_8);
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
    return reading(() -> commits.contains(known(at), earlier));
  }

  @Override
  public List<Past> history(Revision at, String prefix, int limit) {
    return reading(() -> {
      List<Past> past = new ArrayList<>();
      Revision each = known(at);
      while (each != null && past.size() < limit) {
        Revision before = commits.before(each).orElse(null);
        Tree earlier = before == null ? null : tree(before);
        if (!tree(each).sameBelow(prefix, earlier)) {
          past.add(commits.describe(each));
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
      trees.forget();
      Instant now = clock.instant();
      String before = expected == null ? null : tree(expected).root();
      Revision next =
          inserters.insert(
              commit.put().size(), inserter -> insert(inserter, expected, before, commit, now));
      return refs.move(ref(), expected, next, committer(now));
    } catch (MissingObjectException | CorruptObjectException e) {
      throw damaged(e);
    } catch (IOException e) {
      return Problems.refused("state:Publish", e);
    }
  }

  private Revision insert(
      ObjectInserter inserter,
      @Nullable Revision expected,
      @Nullable String before,
      Commit commit,
      Instant now)
      throws IOException {
    Map<String, String> put = new TreeMap<>();
    for (Map.Entry<String, String> file : commit.put().entrySet()) {
      put.put(file.getKey(), blob(inserter, file.getValue()).name());
    }
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(
        ObjectId.fromString(
            new TreeEdit(put, commit.delete()).apply(trees.writing(inserter), before)));
    if (expected != null) {
      builder.setParentId(Refs.id(expected));
    }
    builder.setAuthor(Signature.author(repository.getConfig(), now));
    builder.setCommitter(committer(now));
    builder.setMessage(commit.message());
    return new Revision(inserter.insert(builder).name());
  }

  private static ObjectId blob(ObjectInserter inserter, String text) throws IOException {
    return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Cell> register(String name) {
    String cell = cell(name);
    return reading(() -> {
      Optional<Revision> at = refs.read(cell);
      if (at.isEmpty()) {
        return Optional.empty();
      }
      try (ObjectReader own = repository.newObjectReader()) {
        return Optional.of(new Cell(at.get(), text(own, at.get().id())));
      }
    });
  }

  @Override
  public Published swap(String name, @Nullable Revision expected, @Nullable String content) {
    String cell = cell(name);
    try {
      Revision next =
          content == null
              ? null
              : inserters.insert(1, inserter -> new Revision(blob(inserter, content).name()));
      return refs.move(cell, expected, next, committer(clock.instant()));
    } catch (IOException e) {
      return Problems.refused("state:Swap", e);
    }
  }

  private static String cell(String name) {
    String ref = "refs/cairn/" + StorePath.check(name);
    if (!Repository.isValidRefName(ref)) {
      throw new IllegalArgumentException("not the name of a cell: " + name);
    }
    return ref;
  }

  private PersonIdent committer(Instant now) {
    return Signature.committer(repository.getConfig(), now);
  }

  private String ref() {
    return Constants.R_HEADS + branch;
  }

  private Tree tree(Revision at) throws IOException {
    return new Tree(trees, commits.tree(known(at)));
  }

  private Revision known(Revision at) throws IOException {
    if (!commits.has(at)) {
      throw Problems.unknown(description(), at.id());
    }
    return at;
  }

  /// Something that reads from the repository.
  private interface Reading<T> {
    T run() throws IOException;
  }

  private <T> T reading(Reading<T> work) {
    try {
      return work.run();
    } catch (MissingObjectException | CorruptObjectException | IncorrectObjectTypeException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw Problems.unreadable(description(), e);
    }
  }

  private RuntimeException damaged(IOException cause) {
    return Problems.damaged(description(), Problems.text(cause));
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }
}
