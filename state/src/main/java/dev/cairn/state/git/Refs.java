package dev.cairn.state.git;

import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.state.LocalFolder;
import dev.cairn.state.Lock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Refs that move by compare-and-set. Thread-safe.
///
/// git locks a ref by a file, which a process that is killed before the rename leaves behind, for
/// ever. So one Cairn at a time moves refs of a repository, under a lock that the system frees with
/// its process, and notes which ref it moves: who finds a note under that lock knows that its
/// writer is dead, and that the ref's lock file is nobody's.
final class Refs {
  private static final int ATTEMPTS = 100;
  private static final int LOOKS = 10;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Repository repository;

  private final Path lock;
  private final Path note;

  Refs(Repository repository) {
    this.repository = repository;
    Path folder = repository.getDirectory().toPath().resolve("cairn");
    this.lock = folder.resolve("refs.lock");
    this.note = folder.resolve("ref-on-the-move");
  }

  /// JGit takes an empty file, or one in a folder that cannot be read, for no ref; and while
  /// another process deletes, makes or packs a ref, its look at the file and at the packed refs are
  /// two. So a ref is absent where it is found in neither, twice, and there is no file in between.
  ///
  /// @throws IOException where a ref is there and cannot be read
  Optional<Revision> read(String name) throws IOException {
    Path file = repository.getDirectory().toPath().resolve(name);
    for (int look = 0; look < LOOKS; look++) {
      Optional<Revision> found = look(name);
      boolean absent = found.isEmpty() && absent(file);
      Optional<Revision> again = absent ? look(name) : found;
      if (absent || again.isPresent()) {
        return again;
      }
      pause();
    }
    throw new IOException(file + " names no commit");
  }

  private static boolean absent(Path file) {
    return Files.notExists(file) || Files.isDirectory(file);
  }

  private Optional<Revision> look(String name) throws IOException {
    Ref ref = repository.exactRef(name);
    ObjectId id = ref == null ? null : ref.getObjectId();
    return Optional.ofNullable(id).map(found -> new Revision(found.name()));
  }

  /// Moves a ref from `expected` to `next`; null is "does not exist".
  Published move(String name, @Nullable Revision expected, @Nullable Revision next, PersonIdent who)
      throws IOException {
    return alone(name, () -> attempt(name, expected, next, who));
  }

  /// Does something with a ref that no other Cairn does at the same time.
  <T> T alone(String name, Lock.Work<T> work) throws IOException {
    LocalFolder.create(LocalFolder.of(note));
    return Lock.under(
        lock,
        () -> {
          if (Files.exists(note)) {
            unlock(Files.readString(note));
          }
          awaitUnlocked(name);
          write(name);
          try {
            return work.run();
          } finally {
            Files.deleteIfExists(note);
          }
        });
  }

  /// A lock file that is there before the note is of a git process: it is not ours to remove, also
  /// if this process is killed.
  private void awaitUnlocked(String name) throws IOException {
    Path file = lockFile(name);
    for (int attempt = 0; Files.exists(file); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IOException(stuck(name));
      }
      pause();
    }
  }

  private Path lockFile(String name) {
    return repository.getDirectory().toPath().resolve(name + ".lock");
  }

  /// Removes the lock file of a ref whose mover is dead.
  private void unlock(String name) throws IOException {
    if (Repository.isValidRefName(name)) {
      Files.deleteIfExists(lockFile(name));
    }
    Files.delete(note);
  }

  private void write(String name) throws IOException {
    try (FileChannel channel =
        FileChannel.open(note, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    LocalFolder.sync(LocalFolder.of(note));
  }

  private Published attempt(
      String name, @Nullable Revision expected, @Nullable Revision next, PersonIdent who)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Revision found = read(name).orElse(null);
      if (!Objects.equals(found, expected)) {
        return new Published.Moved(found);
      }
      RefUpdate.Result result = once(name, expected, next, who);
      switch (result) {
        case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {
          return new Published.Accepted(next == null ? end(expected) : next);
        }
        case LOCK_FAILURE -> pause();
        default -> throw new IOException(name + " cannot be changed: " + result);
      }
    }
    throw new IOException(stuck(name));
  }

  private static Revision end(@Nullable Revision expected) {
    return expected == null ? new Revision(ObjectId.zeroId().name()) : expected;
  }

  private RefUpdate.Result once(
      String name, @Nullable Revision expected, @Nullable Revision next, PersonIdent who)
      throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setExpectedOldObjectId(expected == null ? ObjectId.zeroId() : id(expected));
    update.setForceUpdate(true);
    update.setRefLogIdent(who);
    update.setRefLogMessage("cairn", false);
    if (next == null) {
      return expected == null ? RefUpdate.Result.NO_CHANGE : update.delete();
    }
    update.setNewObjectId(id(next));
    return update.update();
  }

  private String stuck(String name) throws IOException {
    return repository.getRefDatabase().isNameConflicting(name)
        ? "another ref has a part of the name " + name
        : name
            + ".lock is held by a git process, or was left by one that was killed: remove it if no"
            + " git is running";
  }

  static ObjectId id(Revision revision) {
    return ObjectId.fromString(revision.id());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a ref", e);
    }
  }
}
