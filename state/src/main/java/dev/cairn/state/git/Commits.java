package dev.cairn.state.git;

import dev.cairn.api.state.StateStore.Past;
import dev.cairn.api.state.StateStore.Revision;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
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
  ///
  /// @throws MissingObjectException where it is not there and should be
  Optional<Revision> before(Revision at) throws IOException {
    RevCommit commit = commit(at);
    if (commit.getParentCount() == 0) {
      return Optional.empty();
    }
    Revision before = new Revision(commit.getParent(0).name());
    if (!has(before) && !shallow()) {
      throw new MissingObjectException(commit.getParent(0), Constants.OBJ_COMMIT);
    }
    return has(before) ? Optional.of(before) : Optional.empty();
  }

  /// Whether history may end before its first commit.
  private boolean shallow() throws IOException {
    return !reader.getShallowCommits().isEmpty();
  }

  boolean contains(Revision at, Revision earlier) throws IOException {
    if (!has(earlier)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(reader.newReader())) {
      return walk.isMergedInto(walk.parseCommit(Refs.id(earlier)), walk.parseCommit(Refs.id(at)));
    } catch (MissingObjectException e) {
      if (shallow()) {
        // the clone ends before it comes to `earlier`
        return false;
      }
      throw e;
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
