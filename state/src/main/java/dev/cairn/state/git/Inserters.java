package dev.cairn.state.git;

import dev.cairn.state.LocalFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;

/// How new objects come into a repository: each in a file, or many of them in one pack.
final class Inserters {
  /// From how many new files on a pack is written in place of single objects.
  private static final int MANY = 200;

  private final FileRepository repository;
  private final Path packs;

  Inserters(FileRepository repository) {
    this.repository = repository;
    this.packs = repository.getObjectsDirectory().toPath().resolve("pack");
  }

  /// Something that inserts objects.
  interface Work<T> {
    T run(ObjectInserter inserter) throws IOException;
  }

  /// Everything that the work has inserted is on the disk when this returns.
  <T> T insert(int files, Work<T> work) throws IOException {
    if (files < MANY) {
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        T result = work.run(inserter);
        inserter.flush();
        return result;
      }
    }
    Set<Path> before = packs();
    T result;
    try (ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
      result = work.run(inserter);
      inserter.flush();
    }
    Set<Path> fresh = packs();
    fresh.removeAll(before);
    for (Path each : fresh) {
      try (FileChannel file = FileChannel.open(each, StandardOpenOption.READ)) {
        file.force(true);
      }
    }
    LocalFolder.sync(packs);
    return result;
  }

  private Set<Path> packs() throws IOException {
    Set<Path> found = new TreeSet<>();
    if (Files.isDirectory(packs)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(packs, "pack-*")) {
        files.forEach(found::add);
      }
    }
    return found;
  }
}
