package dev.cairn.state.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A process that is killed between the lock of a ref and its rename: it has made the lock file, as
/// git does, says so, and never comes further.
final class KilledMover {
  private KilledMover() {}

  static void main(String[] arguments) throws IOException {
    GitPlace place = GitPlace.enclosing(Path.of(arguments[0])).orElseThrow();
    try (GitStore store = GitStore.open(place, "cairn/state", InstantSource.system())) {
      store.head();
      String name = "refs/heads/cairn/state";
      new Refs(Repositories.bare(place)).alone(name, () -> hang(place, name));
    }
  }

  private static String hang(GitPlace place, String name) throws IOException {
    Path lock = place.commonDirectory().resolve(name + ".lock");
    Files.createDirectories(lock.getParent());
    Files.createFile(lock);
    IO.println("locked");
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return name;
  }
}
