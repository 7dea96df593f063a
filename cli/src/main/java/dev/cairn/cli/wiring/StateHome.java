package dev.cairn.cli.wiring;

import dev.cairn.api.address.Ulid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.project.Project.Store;
import dev.cairn.state.SeenStore;
import dev.cairn.state.directory.DirectoryStore;
import dev.cairn.state.git.GitPlace;
import dev.cairn.state.git.GitStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// Where the state of a stack is kept, and what is for this machine alone beside it.
///
/// @param local for journals and the digest key
record StateHome(StateStore store, Path local, String lineage) implements AutoCloseable {
  /// @throws DiagnosticException where there is no lineage, or the store cannot be opened
  static StateHome of(StackPlace place, boolean simulate) {
    if (simulate) {
      return simulated(place.local().resolve("simulated"));
    }
    String lineage = place.project().lineage();
    if (lineage == null) {
      throw new DiagnosticException(noLineage());
    }
    Path memory = place.local().resolve("seen").resolve(lineage);
    return new StateHome(new SeenStore(store(place), lineage, memory), place.local(), lineage);
  }

  private static StateStore store(StackPlace place) {
    return switch (place.project().store()) {
      case Store.Git(String branch) -> inGit(place, branch);
      case Store.Directory(Path path) -> inDirectory(path);
      case Store.Unsaid ignored ->
          place.git().isPresent()
              ? inGit(place, Store.Git.BRANCH)
              : inDirectory(place.local().resolve("state"));
    };
  }

  private static StateStore inGit(StackPlace place, String branch) {
    GitPlace git = place.git().orElseThrow(() -> new DiagnosticException(noRepository(branch)));
    return GitStore.open(git, branch, Clock.systemUTC());
  }

  private static StateStore inDirectory(Path path) {
    return new DirectoryStore(path, Clock.systemUTC());
  }

  /// A simulated world's state keeps its lineage itself, from its first commit on.
  private static StateHome simulated(Path local) {
    StateStore store = inDirectory(local.resolve("state"));
    Optional<String> kept =
        store
            .head()
            .flatMap(head -> store.read(head, StatePaths.ROOT))
            .map(text -> RootFormat.read(text, StatePaths.ROOT));
    return new StateHome(store, local, kept.orElseGet(StateHome::newLineage));
  }

  static String newLineage() {
    byte[] random = new byte[10];
    new SecureRandom().nextBytes(random);
    return Ulid.of(System.currentTimeMillis(), random);
  }

  Path digestKey() {
    return local.resolve("digest.key");
  }

  @Override
  public void close() {
    store.close();
  }

  private static Diagnostic noLineage() {
    return Diagnostic.error(
            "CRN7006",
            "this project has no lineage",
            "without one, a lost state could not be told from an empty one")
        .suggest("cairn init writes it into cairn.yaml", "try it without any: --simulate");
  }

  private static Diagnostic noRepository(String branch) {
    return Diagnostic.error(
            "CRN7007",
            "cairn.yaml keeps the state in git, but this is no git repository",
            "branch " + branch)
        .suggest("git init", "state: { store: directory } in cairn.yaml");
  }
}
