package dev.cairn.state.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A repository that is there and cannot be read is not none.
class GitPlaceTest {
  @TempDir Path directory;

  @BeforeEach
  void aRepositoryWithACommit() {
    Git.run(directory, "init", "-q", "-b", "main");
    Git.run(directory, "commit", "-q", "--allow-empty", "-m", "one");
  }

  private void unreadable(Runnable look) {
    assertThatThrownBy(look::run)
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            found ->
                assertThat(found.diagnostics().getFirst().detail()).contains(directory.toString()));
  }

  private SourceTree source() {
    return new SourceTree(GitPlace.enclosing(directory).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "objects", "refs"})
  void aRepositoryThatLacksAPartIsUnreadable(String part) throws IOException {
    Files.move(directory.resolve(".git").resolve(part), directory.resolve("elsewhere"));

    unreadable(() -> GitPlace.enclosing(directory));
  }

  @Test
  void aFileThatLeadsNowhereIsUnreadable() throws IOException {
    Files.move(directory.resolve(".git"), directory.resolve("elsewhere"));
    Files.writeString(directory.resolve(".git"), "garbage");
    unreadable(() -> GitPlace.enclosing(directory));

    Files.writeString(directory.resolve(".git"), "gitdir: " + directory.resolve("nowhere"));
    unreadable(() -> GitPlace.enclosing(directory));
  }

  @Test
  void aLinkToItselfIsUnreadable() throws IOException {
    Files.move(directory.resolve(".git"), directory.resolve("elsewhere"));
    Files.createSymbolicLink(directory.resolve(".git"), Path.of(".git"));

    unreadable(() -> GitPlace.enclosing(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/HEAD", ".git/refs/heads/main"})
  void aHeadThatNamesNoCommitIsNotTheBeginningOfHistory(String file) throws IOException {
    assertThat(source().head()).isPresent();

    Files.writeString(directory.resolve(file), "");

    unreadable(() -> source().head());
  }
}
