package dev.cairn.state.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path temporary;
  private Path repository;

  @BeforeEach
  void makeARepository() throws IOException {
    repository = Git.repository(temporary.resolve("r"));
  }

  private SourceTree source() {
    return new SourceTree(GitPlace.enclosing(repository).orElseThrow());
  }

  private String commit(String message) {
    Git.run(repository, "commit", "-q", "--allow-empty", "-m", message);
    return Git.run(repository, "rev-parse", "HEAD");
  }

  @Test
  void headIsWhatGitSays() {
    String one = Git.run(repository, "rev-parse", "HEAD");
    assertThat(source().head()).contains(one);
    Git.run(repository, "pack-refs", "--all");
    assertThat(source().head()).contains(one);
    String two = commit("two");
    assertThat(source().head()).contains(two);
    Git.run(repository, "checkout", "-q", "--detach", one);
    assertThat(source().head()).contains(one);
  }

  @Test
  void headOfALinkedWorkTreeIsItsOwn() {
    Path linked = temporary.resolve("linked");
    Git.run(repository, "worktree", "add", "-q", "-b", "feature/x", linked.toString());
    Git.run(linked, "commit", "-q", "--allow-empty", "-m", "there");
    GitPlace place = GitPlace.enclosing(linked).orElseThrow();
    assertThat(new SourceTree(place).head()).contains(Git.run(linked, "rev-parse", "HEAD"));
    assertThat(place.workTree()).isEqualTo(linked);
    assertThat(place.local()).isEqualTo(repository.resolve(".git/cairn"));
  }

  /// Held against what git says of the same file.
  @Test
  void whatGitIgnoresIsIgnoredByEachOfItsRules() throws IOException {
    Files.writeString(
        repository.resolve(".gitignore"), ".env\n*.pem\n!public.pem\nsecrets/\n/top\n");
    Files.createDirectories(repository.resolve("a/b"));
    Files.writeString(repository.resolve("a/.gitignore"), "own\n!/b/top\n");
    Files.writeString(repository.resolve(".git/info/exclude"), "excluded\n");
    List<String> files =
        List.of(
            ".env",
            "a/b/.env",
            "key.pem",
            "a/public.pem",
            "secrets/one",
            "a/secrets/one",
            "secrets/public.pem",
            "top",
            "a/b/top",
            "a/own",
            "own",
            "excluded",
            "a/plain",
            ".env.d/one",
            "secrets/tracked");
    for (String file : files) {
      Path path = repository.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "x");
    }
    Git.run(repository, "add", "-f", "secrets/tracked");

    Path top = repository.toRealPath();
    String said = Git.run(repository, "ls-files", "--others", "--ignored", "--exclude-standard");
    assertThat(files.stream().filter(file -> source().ignores(top.resolve(file))))
        .containsExactlyInAnyOrderElementsOf(said.lines().toList())
        .hasSize(9);
    assertThat(source().ignores(temporary.toRealPath().resolve("elsewhere"))).isFalse();
  }

  @Test
  void aRepositoryWithoutACommitHasNoHead() throws IOException {
    Path empty = Files.createDirectories(temporary.resolve("empty"));
    Git.run(empty, "init", "-q");
    SourceTree source = new SourceTree(GitPlace.enclosing(empty).orElseThrow());
    assertThat(source.head()).isEmpty();
    Files.writeString(empty.resolve("a"), "1");
    assertThat(source.uncommitted(List.of(empty.resolve("a")))).containsExactly("a");
  }

  @Test
  void outsideOfARepositoryThereIsNone() {
    assertThat(GitPlace.enclosing(temporary)).isEmpty();
  }

  @Test
  void anAncestorIsACommitInTheHistory() {
    String one = Git.run(repository, "rev-parse", "HEAD");
    String two = commit("two");
    Git.run(repository, "checkout", "-q", "-b", "side", one);
    String side = commit("side");
    assertThat(source().isAncestor(one, two)).isTrue();
    assertThat(source().isAncestor(two, two)).isTrue();
    assertThat(source().isAncestor(two, one)).isFalse();
    assertThat(source().isAncestor(two, side)).isFalse();
    assertThat(source().isAncestor("0".repeat(39) + "1", one)).isFalse();
  }

  @Test
  void uncommittedAreFilesThatHeadHasNotLikeThis() throws IOException {
    for (String name : List.of("same", "edited", "staged", "gone", "touched")) {
      Files.writeString(repository.resolve(name), "1\n");
    }
    Git.run(repository, "add", ".");
    commit("two");
    Files.writeString(repository.resolve("edited"), "2\n");
    Files.writeString(repository.resolve("staged"), "2\n");
    Git.run(repository, "add", "staged");
    Files.writeString(repository.resolve("untracked"), "1\n");
    Files.delete(repository.resolve("gone"));
    Files.writeString(repository.resolve("touched"), "1\n");
    Files.writeString(repository.resolve("not-asked"), "1\n");
    assertThat(
            source()
                .uncommitted(
                    List.of(
                        repository.resolve("same"),
                        repository.resolve("edited"),
                        repository.resolve("staged"),
                        repository.resolve("gone"),
                        repository.resolve("touched"),
                        repository.resolve("untracked"),
                        temporary.resolve("outside"))))
        .containsExactly("edited", "gone", "staged", "untracked");
  }

  @Test
  void anIgnoredFileIsUncommitted() throws IOException {
    Files.writeString(repository.resolve(".gitignore"), "*.local\n");
    Files.writeString(repository.resolve("prod.local"), "1\n");
    assertThat(source().uncommitted(List.of(repository.resolve("prod.local"))))
        .containsExactly("prod.local");
  }

  @Test
  void lineEndsThatGitConvertsAreNoChange() throws IOException {
    Git.run(repository, "config", "core.autocrlf", "true");
    Files.writeString(repository.resolve("crlf"), "a\r\nb\r\n");
    Git.run(repository, "add", "crlf");
    commit("crlf");
    Files.writeString(repository.resolve("crlf"), "a\r\nb\r\n");
    assertThat(source().uncommitted(List.of(repository.resolve("crlf")))).isEmpty();
  }

  @Test
  void aLinkedWorkTreeIsComparedWithItsOwnIndex() throws IOException {
    Path linked = temporary.resolve("linked");
    Git.run(repository, "worktree", "add", "-q", "-b", "feature/x", linked.toString());
    Files.writeString(linked.resolve("dc.yaml"), "stack: other\n");
    SourceTree there = new SourceTree(GitPlace.enclosing(linked).orElseThrow());
    assertThat(there.uncommitted(List.of(linked.resolve("dc.yaml")))).containsExactly("dc.yaml");
    assertThat(source().uncommitted(List.of(repository.resolve("dc.yaml")))).isEmpty();
  }
}
