package dev.cairn.cli.wiring;

import dev.cairn.api.address.Ulid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.project.Project.Store;
import dev.cairn.state.directory.DirectoryStore;
import dev.cairn.state.git.GitPlace;
import dev.cairn.state.git.GitStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the state of a stack is kept, and what is for this machine alone beside it.
///
/// @param local for journals and the digest key
record StateHome(StateStore store, Path local, String lineage) implements AutoCloseable {
  /// @throws DiagnosticException where there is no lineage, or the store cannot be opened
  static StateHome of(StackPlace place, boolean simulate) {
    if (simulate) {
      Path local = place.local().resolve("simulated");
      return inDirectory(
          new DirectoryStore(local.resolve("state"), Clock.systemUTC()), local, null);
    }
    return switch (place.project().store()) {
      case Store.Git(String branch) -> inGit(place, branch);
      case Store.Directory(Path path) -> inDirectory(place, path);
      case Store.Unsaid ignored ->
          place.git().isPresent()
              ? inGit(place, Store.Git.BRANCH)
              : inDirectory(place, place.local().resolve("state"));
    };
  }

  private static StateHome inGit(StackPlace place, String branch) {
    GitPlace git = place.git().orElseThrow(() -> new DiagnosticException(noRepository(branch)));
    String lineage = place.project().lineage();
    if (lineage == null) {
      throw new DiagnosticException(noLineage());
    }
    return new StateHome(GitStore.open(git, branch, Clock.systemUTC()), place.local(), lineage);
  }

  private static StateHome inDirectory(StackPlace place, Path path) {
    DirectoryStore store = new DirectoryStore(path, Clock.systemUTC());
    return inDirectory(store, place.local(), place.project().lineage());
  }

  /// A directory keeps its lineage itself, from its first commit on.
  private static StateHome inDirectory(StateStore store, Path local, @Nullable String lineage) {
    Optional<String> kept =
        store
            .head()
            .flatMap(head -> store.read(head, StatePaths.ROOT))
            .map(text -> RootFormat.read(text, StatePaths.ROOT));
    String own = lineage != null ? lineage : kept.orElseGet(StateHome::newLineage);
    return new StateHome(store, local, own);
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
