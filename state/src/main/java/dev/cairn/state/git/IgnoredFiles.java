package dev.cairn.state.git;

import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/// What git takes no notice of, by all of its rules.
record IgnoredFiles(Repository repository) {
  /// As git says it: what is in the index is never ignored, and a directory that is takes with it
  /// all that is in it.
  ///
  /// @param file relative to the top level, with `/`
  boolean contains(String file) throws IOException {
    if (file.isEmpty() || repository.readDirCache().getEntry(file) != null) {
      return false;
    }
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(new FileTreeIterator(repository));
      walk.setFilter(PathFilter.create(file));
      while (walk.next()) {
        FileTreeIterator entry = walk.getTree(0, FileTreeIterator.class);
        if (entry != null && entry.isEntryIgnored()) {
          return true;
        }
        if (walk.isSubtree()) {
          walk.enterSubtree();
        }
      }
      return false;
    }
  }
}
