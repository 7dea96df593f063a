package dev.cairn.state.git;

import dev.cairn.api.state.StateStore.Past;
import dev.cairn.api.state.StateStore.Revision;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/// Commits by their revision, each read once.
final class Commits {
  private final ObjectReader reader;
  private final Map<Revision, RevCommit> known = new HashMap<>();

  Commits(ObjectReader reader) {
    this.reader = reader;
  }

  boolean has(Revision at) throws IOException {
    return known.containsKey(at) || (ObjectId.isId(at.id()) && reader.has(Refs.id(at)));
  }

  String tree(Revision at) throws IOException {
    return commit(at).getTree().name();
  }

  /// The revision that a revision was put upon; empty for the first one, and where a shallow clone
  /// ends.
  Optional<Revision> before(Revision at) throws IOException {
    RevCommit commit = commit(at);
    return commit.getParentCount() == 0
        ? Optional.empty()
        : Optional.of(new Revision(commit.getParent(0).name())).filter(this::here);
  }

  private boolean here(Revision at) {
    try {
      return has(at);
    } catch (IOException e) {
      return false;
    }
  }

  boolean contains(Revision at, Revision earlier) throws IOException {
    if (!has(earlier)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(reader.newReader())) {
      return walk.isMergedInto(walk.parseCommit(Refs.id(earlier)), walk.parseCommit(Refs.id(at)));
    } catch (MissingObjectException e) {
      // a shallow clone ends before it comes to `earlier`
      return false;
    }
  }

  Past describe(Revision at) throws IOException {
    RevCommit commit = commit(at);
    return new Past(
        at,
        commit.getAuthorIdent().getWhenAsInstant().toString(),
        commit.getAuthorIdent().getName(),
        commit.getFullMessage());
  }

  private RevCommit commit(Revision at) throws IOException {
    RevCommit commit = known.get(at);
    if (commit == null) {
      // the reader stays open: it is not this walk's
      RevWalk walk = new RevWalk(reader);
      commit = walk.parseCommit(Refs.id(at));
      known.put(at, commit);
    }
    return commit;
  }
}
