package dev.cairn.state.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.testkit.store.StateStoreContract;
import dev.cairn.testkit.store.StoreFixture;
import dev.cairn.testkit.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStoreTest extends StateStoreContract {
  private static final String BRANCH = "cairn/state";
  @TempDir Path temporary;

  @Override
  protected StoreFixture fixture() throws IOException {
    Path directory = temporary.resolve("empty");
    Files.createDirectories(directory);
    Git.run(directory, "init", "-q");
    return new Folder(directory);
  }

  private record Folder(Path directory) implements StoreFixture {
    @Override
    public StateStore open() {
      return at(directory);
    }

    @Override
    public long objects() {
      String all =
          Git.run(directory, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)");
      return all.lines().count();
    }

    @Override
    public Path place() {
      return directory.resolve(".git");
    }

    @Override
    public void leaveTorn() {
      Path objects = directory.resolve(".git/objects");
      write(objects.resolve("ab/noz12345.tmp"), "x");
      write(objects.resolve("noz777.tmp"), "x");
      write(objects.resolve("pack/insert_1.pack_tmp"), "PACK");
    }

    @Override
    public Runnable block() {
      Path lock = directory.resolve(".git/refs/heads/cairn/state.lock");
      write(lock, "");
      return () -> {
        try {
          Files.delete(lock);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GitStore at(Path directory) {
    return GitStore.open(
        GitPlace.enclosing(directory).orElseThrow(),
        BRANCH,
        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
  }

  private static Commit root() {
    return Stores.put(Stores.ROOT, "{}", "dc/default/resources/vpc.json", "{}\n");
  }

  @Test
  void gitReadsWhatWasPublished() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Revision first = Stores.publish(store, null, root());
      Stores.publish(store, first, Stores.put("dc/default/resources/a.json", "1\n"));
    }
    assertThat(Git.run(repository, "fsck", "--strict")).doesNotContain("error", "warning");
    assertThat(Git.run(repository, "show", BRANCH + ":dc/default/resources/a.json")).isEqualTo("1");
    assertThat(Git.run(repository, "log", "--format=%s", BRANCH))
        .isEqualTo(
            "put [dc/default/resources/a.json]\nput [cairn.json, dc/default/resources/vpc.json]");
  }

  @Test
  void aPackOfManyFilesIsSoundForGit() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    TreeMap<String, String> files = new TreeMap<>();
    files.put(Stores.ROOT, "{}");
    for (int i = 0; i < 1000; i++) {
      files.put("r/" + i + ".json", "{\"n\":" + i + "}");
    }
    try (GitStore store = at(repository)) {
      Stores.publish(store, null, new Commit(files, new TreeSet<>(), "many"));
    }
    assertThat(Git.run(repository, "fsck", "--strict")).doesNotContain("error", "warning");
    assertThat(Git.run(repository, "count-objects", "-v")).contains("in-pack: 1004", "packs: 1");
  }

  @Test
  void theLockOfAProcessThatWasKilledIsNobodys() throws Exception {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Revision first = Stores.publish(store, null, root());
      Process mover =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  KilledMover.class.getName(),
                  repository.toString())
              .redirectErrorStream(true)
              .start();
      try (var said = mover.inputReader()) {
        assertThat(said.readLine()).isEqualTo("locked");
      } finally {
        mover.destroyForcibly().waitFor();
      }
      Path lock = repository.resolve(".git/refs/heads/cairn/state.lock");
      assertThat(lock).exists();
      Stores.publish(store, first, Stores.put("dc/default/resources/a.json", "1\n"));
      assertThat(lock).doesNotExist();
    }
  }

  @Test
  void theLockOfAGitProcessIsLeftAloneAndSaid() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Revision first = Stores.publish(store, null, root());
      Path lock = repository.resolve(".git/refs/heads/cairn/state.lock");
      write(lock, "");
      assertThat(store.publish(first, Stores.put("dc/default/resources/a.json", "1\n")))
          .isInstanceOfSatisfying(
              Published.Refused.class,
              refused -> assertThat(refused.why().text()).contains("state.lock", "git"));
      assertThat(lock).exists();
      Files.delete(lock);
      Stores.publish(store, first, Stores.put("dc/default/resources/a.json", "1\n"));
    }
  }

  @Test
  void workTreeIndexAndHeadAreNotTouched() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Files.writeString(repository.resolve("dc.yaml"), "stack: changed\n");
    String before = Git.run(repository, "status", "--porcelain=v2", "--branch");
    byte[] index = Files.readAllBytes(repository.resolve(".git/index"));
    try (GitStore store = at(repository)) {
      Stores.publish(store, null, root());
    }
    assertThat(Files.readAllBytes(repository.resolve(".git/index"))).isEqualTo(index);
    assertThat(Git.run(repository, "status", "--porcelain=v2", "--branch")).isEqualTo(before);
    try (var names = Files.list(repository)) {
      assertThat(names.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder(".git", "dc.yaml");
    }
  }

  @Test
  void readingChangesNotOneByteOfTheRepository() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Stores.publish(store, null, root());
    }
    TreeMap<String, String> before = snapshot(repository);
    try (GitStore store = at(repository)) {
      Revision now = store.head().orElseThrow();
      store.read(now, "dc/default/resources/vpc.json");
      store.history(now, "", 10);
      store.register("claims/01RUN");
    }
    SourceTree source = new SourceTree(GitPlace.enclosing(repository).orElseThrow());
    source.uncommitted(java.util.List.of(repository.resolve("dc.yaml")));
    assertThat(snapshot(repository)).isEqualTo(before);
  }

  private static TreeMap<String, String> snapshot(Path directory) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (var all = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files.put(
            file.toString(),
            Files.getLastModifiedTime(file)
                + (Files.isRegularFile(file)
                    ? java.util.Arrays.hashCode(Files.readAllBytes(file)) + ""
                    : ""));
      }
    }
    return files;
  }

  @Test
  void aWorkTreeOfItsOwnSharesTheState() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Path linked = temporary.resolve("linked");
    Git.run(repository, "worktree", "add", "-q", "-b", "feature", linked.toString());
    try (GitStore here = at(repository);
        GitStore there = at(Files.createDirectories(linked.resolve("a/b")))) {
      Revision now = Stores.publish(there, null, root());
      assertThat(here.head()).contains(now);
    }
  }

  @Test
  void aBareRepositoryAndAShallowCloneKeepState() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Git.run(repository, "commit", "-q", "--allow-empty", "-m", "two");
    try (GitStore store = at(repository)) {
      Revision first = Stores.publish(store, null, root());
      Stores.publish(store, first, Stores.put("a", "1"));
    }
    Path bare = temporary.resolve("bare.git");
    Git.run(temporary, "clone", "-q", "--bare", repository.toString(), bare.toString());
    Path shallow = temporary.resolve("shallow");
    Git.run(
        temporary,
        "clone",
        "-q",
        "--depth=1",
        "--branch",
        BRANCH,
        "file://" + repository,
        shallow.toString());
    for (Path clone : java.util.List.of(bare, shallow)) {
      try (GitStore store = at(clone)) {
        Revision head = store.head().orElseThrow();
        Revision next = Stores.publish(store, head, Stores.put("b", "2"));
        assertThat(store.read(next, "a")).contains("1");
        assertThat(store.history(next, "", 10)).isNotEmpty();
      }
      assertThat(Git.run(clone, "fsck", "--strict")).doesNotContain("error");
    }
  }

  @Test
  void packedObjectsAndRefsAreRead() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Revision first = Stores.publish(store, null, root());
      Git.run(repository, "gc", "-q");
      Revision second = Stores.publish(store, first, Stores.put("a", "1"));
      assertThat(store.read(second, "dc/default/resources/vpc.json")).contains("{}\n");
    }
  }

  @Test
  void aBranchThatIsNoStateIsADiagnostic() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Git.run(repository, "branch", BRANCH);
    try (GitStore store = at(repository)) {
      assertThatThrownBy(store::head)
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4007");
    }
  }

  @Test
  void aCloneThatHasTheStateOnlyOfItsRemoteIsADiagnostic() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    try (GitStore store = at(repository)) {
      Stores.publish(store, null, root());
    }
    Path clone = temporary.resolve("clone");
    Git.run(temporary, "clone", "-q", repository.toString(), clone.toString());
    try (GitStore store = at(clone)) {
      assertThatThrownBy(store::head)
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e ->
                  assertThat(e.diagnostics().getFirst().suggestions())
                      .containsExactly("git fetch origin cairn/state:cairn/state"));
    }
  }

  @Test
  void aBranchInTheWayOfTheNameIsToldOf() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Git.run(repository, "branch", "cairn");
    try (GitStore store = at(repository)) {
      assertThat(store.publish(null, root()))
          .isInstanceOfSatisfying(
              Published.Refused.class,
              refused -> assertThat(refused.why().text()).contains("part of the name"));
    }
  }

  @Test
  void aDamagedObjectIsADiagnostic() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Revision now;
    try (GitStore store = at(repository)) {
      now = Stores.publish(store, null, root());
    }
    String blob = Git.run(repository, "rev-parse", BRANCH + ":dc/default/resources/vpc.json");
    Path file =
        repository.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
    assertThat(file.toFile().setWritable(true)).isTrue();
    Files.writeString(file, "garbage");
    try (GitStore store = at(repository)) {
      assertThatThrownBy(() -> store.read(now, "dc/default/resources/vpc.json"))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4005");
    }
    Files.delete(file);
    try (GitStore store = at(repository)) {
      assertThatThrownBy(() -> store.read(now, "dc/default/resources/vpc.json"))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4005");
    }
  }

  @Test
  void commitsAreSignedWithTheNameThatGitIsConfiguredWith() throws IOException {
    Path repository = Git.repository(temporary.resolve("r"));
    Git.run(repository, "config", "user.name", "Zoë Configured");
    Git.run(repository, "config", "user.email", "zoe@example.com");
    try (GitStore store = at(repository)) {
      Stores.publish(store, null, root());
    }
    assertThat(Git.run(repository, "log", "-1", "--format=%an <%ae> %cn %aI", BRANCH))
        .startsWith("Zoë Configured <zoe@example.com> Zoë Configured 2026-01-02T");
  }
}
