package dev.cairn.state.git;

import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import java.io.IOException;
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
final class Refs {
  private static final int ATTEMPTS = 100;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Repository repository;

  Refs(Repository repository) {
    this.repository = repository;
  }

  Optional<Revision> read(String name) throws IOException {
    Ref ref = repository.exactRef(name);
    ObjectId id = ref == null ? null : ref.getObjectId();
    return Optional.ofNullable(id).map(found -> new Revision(found.name()));
  }

  /// Moves a ref from `expected` to `next`; null is "does not exist".
  Published move(String name, @Nullable Revision expected, @Nullable Revision next, PersonIdent who)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RefUpdate.Result result = once(name, expected, next, who);
      switch (result) {
        case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {
          return new Published.Accepted(next == null ? end(expected) : next);
        }
        case LOCK_FAILURE -> {
          Revision actual = read(name).orElse(null);
          if (!Objects.equals(actual, expected)) {
            return new Published.Moved(actual);
          }
          pause();
        }
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
      return expected == null && read(name).isEmpty()
          ? RefUpdate.Result.NO_CHANGE
          : update.delete();
    }
    update.setNewObjectId(id(next));
    return update.update();
  }

  private String stuck(String name) throws IOException {
    return repository.getRefDatabase().isNameConflicting(name)
        ? "another ref has a part of the name " + name
        : name + ".lock is held by another process, or was left by one: remove it then";
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
