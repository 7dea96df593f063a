package dev.cairn.state.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/// The questions of [SourceTree] that take JGit.
final class SourceHistory {
  private SourceHistory() {}

  static Optional<String> head(GitPlace place) throws IOException {
    Path workTree = place.workTree();
    try (FileRepository repository =
        workTree == null ? Repositories.bare(place) : Repositories.withWorkTree(place, workTree)) {
      return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(ObjectId::name);
    }
  }

  static boolean isAncestor(GitPlace place, String earlier, String later) throws IOException {
    if (!ObjectId.isId(earlier) || !ObjectId.isId(later)) {
      return false;
    }
    try (FileRepository repository = Repositories.bare(place);
        RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(earlier)),
          walk.parseCommit(ObjectId.fromString(later)));
    } catch (MissingObjectException e) {
      return false;
    }
  }

  static SortedSet<String> uncommitted(GitPlace place, Path workTree, SortedSet<String> files)
      throws IOException {
    try (FileRepository repository = Repositories.withWorkTree(place, workTree)) {
      return new WorkTreeStatus(repository).uncommitted(files);
    }
  }

  static boolean ignores(GitPlace place, Path workTree, String file) throws IOException {
    try (FileRepository repository = Repositories.withWorkTree(place, workTree)) {
      return new IgnoredFiles(repository).contains(file);
    }
  }
}
