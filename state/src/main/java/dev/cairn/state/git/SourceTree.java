package dev.cairn.state.git;

import dev.cairn.state.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The stack files' own history: which commit is checked out, what comes before what, and what is
/// not committed. Reads only. What only asks for the head never loads JGit, which takes longer than
/// the question.
public final class SourceTree {
  private final GitPlace place;

  public SourceTree(GitPlace place) {
    this.place = place;
  }

  /// The commit that is checked out; empty before the first one.
  public Optional<String> head() {
    try {
      return Head.inFiles(place) ? Head.commit(place) : SourceHistory.head(place);
    } catch (IOException e) {
      throw Problems.unreadable(place.gitDirectory().toString(), e);
    }
  }

  /// Whether the history of `later` has `earlier`; false where a commit is not in this clone.
  public boolean isAncestor(String earlier, String later) {
    try {
      return earlier.equals(later) || SourceHistory.isAncestor(place, earlier, later);
    } catch (IOException e) {
      throw Problems.unreadable(place.commonDirectory().toString(), e);
    }
  }

  /// Those of the files that are not as HEAD has them: changed, staged, untracked or deleted. Paths
  /// outside of the work tree are left out: git does not know them.
  ///
  /// @return relative to the top level, with `/`
  public SortedSet<String> uncommitted(Collection<Path> files) {
    Path workTree = place.workTree();
    if (workTree == null || files.isEmpty()) {
      return new TreeSet<>();
    }
    try {
      SortedSet<String> inside = relative(workTree.toRealPath(), files);
      return SourceHistory.uncommitted(place, workTree, inside);
    } catch (IOException e) {
      throw Problems.unreadable(workTree.toString(), e);
    }
  }

  /// Whether git takes no notice of a file: it is not in the index, and a rule of `.gitignore`, of
  /// the repository or of its user leaves it out. False for what is outside of the work tree.
  ///
  /// @param real the file, without links
  public boolean ignores(Path real) {
    Path workTree = place.workTree();
    if (workTree == null) {
      return false;
    }
    try {
      Path top = workTree.toRealPath();
      return real.startsWith(top)
          && SourceHistory.ignores(place, top, top.relativize(real).toString().replace('\\', '/'));
    } catch (IOException e) {
      throw Problems.unreadable(workTree.toString(), e);
    }
  }

  private static SortedSet<String> relative(Path top, Collection<Path> files) throws IOException {
    SortedSet<String> inside = new TreeSet<>();
    for (Path file : files) {
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
      if (real.startsWith(top) && !real.equals(top)) {
        inside.add(top.relativize(real).toString().replace('\\', '/'));
      }
    }
    return inside;
  }
}
