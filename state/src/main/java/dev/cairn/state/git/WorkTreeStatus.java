package dev.cairn.state.git;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;

/// Compares files with the index and with HEAD, line ends and filters as git is configured.
final class WorkTreeStatus {
  private static final int HEAD = 0;
  private static final int INDEX = 1;
  private static final int FILES = 2;

  private final Repository repository;

  WorkTreeStatus(Repository repository) {
    this.repository = repository;
  }

  SortedSet<String> uncommitted(SortedSet<String> paths) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    if (paths.isEmpty()) {
      return found;
    }
    DirCache index = repository.readDirCache();
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = new TreeWalk(repository, reader)) {
      addHead(walk, reader);
      walk.addTree(new DirCacheIterator(index));
      walk.addTree(new FileTreeIterator(repository));
      walk.setRecursive(true);
      walk.setFilter(PathFilterGroup.createFromStrings(paths));
      while (walk.next()) {
        if (changed(walk, index.getEntry(walk.getPathString()), reader)) {
          found.add(walk.getPathString());
        }
      }
    }
    return found;
  }

  private void addHead(TreeWalk walk, ObjectReader reader) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      walk.addTree(new EmptyTreeIterator());
      return;
    }
    // the walk's reader is closed with it
    RevWalk commits = new RevWalk(reader);
    walk.addTree(commits.parseCommit(head).getTree());
  }

  private static boolean changed(
      TreeWalk walk, @Nullable DirCacheEntry indexed, ObjectReader reader) throws IOException {
    if (indexed == null || walk.getRawMode(FILES) == 0) {
      return true;
    }
    boolean staged = walk.getRawMode(HEAD) != walk.getRawMode(INDEX) || !walk.idEqual(HEAD, INDEX);
    FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
    return staged || file == null || file.isModified(indexed, true, reader);
  }
}
