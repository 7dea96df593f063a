package dev.cairn.cli.wiring;

import dev.cairn.api.address.Ulid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.project.Project;
import dev.cairn.core.project.Project.Store;
import dev.cairn.state.DigestKey;
import dev.cairn.state.SeenStore;
import dev.cairn.state.directory.DirectoryStore;
import dev.cairn.state.git.Elsewhere;
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
  private static final String SIMULATED = "00000000000000000000000000";

  /// @throws DiagnosticException where there is no lineage, or the store cannot be opened
  static StateHome of(StackPlace place, boolean simulate) {
    if (simulate) {
      return simulated(place.local().resolve("simulated"));
    }
    String lineage = place.project().lineage();
    if (lineage == null) {
      throw new DiagnosticException(noLineage());
    }
    StateStore store = store(place);
    Runnable unseen =
        () ->
            place.git().ifPresent(git -> Elsewhere.mayBe(git, store.description(), branch(place)));
    return new StateHome(
        new SeenStore(store, lineage, place.local(), unseen), place.local(), lineage);
  }

  private static @Nullable String branch(StackPlace place) {
    return switch (place.project().store()) {
      case Store.Git(String branch) -> branch;
      case Store.Directory ignored -> null;
      case Store.Unsaid ignored -> Store.Git.BRANCH;
    };
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

  /// Every simulated world is alone in its directory, so that all can have one lineage: a plan in a
  /// fresh one has the digest that its apply has.
  private static StateHome simulated(Path local) {
    return new StateHome(inDirectory(local.resolve("state")), local, SIMULATED);
  }

  private static Optional<String> lineage(StateStore store) {
    return store
        .head()
        .flatMap(head -> store.read(head, StatePaths.ROOT))
        .map(text -> RootFormat.read(text, StatePaths.ROOT));
  }

  /// What a project without `cairn.yaml` would find as its state: null where there is none.
  static @Nullable Begun begun(Project project, Optional<GitPlace> git) {
    try (StateStore store =
        git.<StateStore>map(place -> GitStore.open(place, Store.Git.BRANCH, Clock.systemUTC()))
            .orElseGet(() -> inDirectory(project.root().resolve(".cairn/state")))) {
      return lineage(store).map(own -> new Begun(store.description(), own)).orElse(null);
    }
  }

  /// A state that is there, and its lineage.
  record Begun(String store, String lineage) {}

  static String newLineage() {
    byte[] random = new byte[10];
    new SecureRandom().nextBytes(random);
    return Ulid.of(System.currentTimeMillis(), random);
  }

  Path digestKey() {
    return DigestKey.in(local);
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
