package dev.cairn.api.state;

import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Failure;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Content-addressed files under one head that moves by compare-and-set, and small named cells
/// beside it.
///
/// Files are text in UTF-8. Paths are relative, with `/`, and never leave the store. Not
/// thread-safe, but for [#swap] and [#register].
public interface StateStore extends AutoCloseable {
  /// Where people find it, for messages: `branch cairn/state of this repository`.
  String description();

  /// The newest revision; empty for a store that was never written.
  Optional<Revision> head();

  /// One file; only what is asked is read.
  Optional<String> read(Revision at, String path);

  /// The files below a prefix, without their contents, in the order of their paths.
  List<Entry> list(Revision at, String prefix);

  /// Whether the history of `at` has an earlier revision; every revision has itself.
  boolean contains(Revision at, Revision earlier);

  /// The revisions up to `at` that changed something below a prefix, newest first.
  ///
  /// @param limit how many at most
  List<Past> history(Revision at, String prefix, int limit);

  /// Puts a commit upon `expected` and moves the head there, if the head is still `expected` (null:
  /// if there is none).
  Published publish(@Nullable Revision expected, Commit commit);

  /// What a named cell holds. Names: `claims/RUN`.
  Optional<Cell> register(String name);

  /// Replaces a named cell if it is still at `expected` (null: if it does not exist); null content
  /// removes it.
  Published swap(String name, @Nullable Revision expected, @Nullable String content);

  @Override
  void close();

  /// A point in the store's history, opaque: for git a commit id.
  record Revision(String id) {
    public Revision {
      Objects.requireNonNull(id, "id");
    }
  }

  /// A file by its path and the id of its content: equal for equal contents in one store.
  record Entry(String path, ContentId content) {
    public Entry {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(content, "content");
    }
  }

  /// A revision as it was made: when (ISO 8601), by whom (empty where nobody is recorded), and the
  /// message of its commit.
  record Past(Revision revision, String at, String by, String message) {
    public Past {
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(message, "message");
    }
  }

  /// A cell's content, and the revision to swap it by.
  record Cell(Revision revision, String content) {
    public Cell {
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(content, "content");
    }
  }

  /// What a commit writes and removes.
  ///
  /// @param message its first line is a summary; made to be read in `git log`
  record Commit(SortedMap<String, String> put, SortedSet<String> delete, String message) {
    public Commit {
      put = Collections.unmodifiableSortedMap(new TreeMap<>(put));
      delete = Collections.unmodifiableSortedSet(new TreeSet<>(delete));
      Objects.requireNonNull(message, "message");
    }
  }

  /// What became of a publication.
  sealed interface Published {
    record Accepted(Revision now) implements Published {}

    /// Somebody else was first; null where the head or the cell does not exist.
    record Moved(@Nullable Revision actual) implements Published {}

    record Refused(Failure why) implements Published {}
  }
}
