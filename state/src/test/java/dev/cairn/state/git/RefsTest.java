package dev.cairn.state.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.state.StateStore.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ref is read, also while a git process changes it.
class RefsTest {
  private static final String NAME = "refs/heads/cairn/state";
  @TempDir Path temporary;
  private Path directory = Path.of("");
  private String commit = "";

  @BeforeEach
  void aRef() throws IOException {
    directory = Git.repository(temporary.resolve("r"));
    commit = Git.run(directory, "rev-parse", "HEAD");
    Git.run(directory, "update-ref", NAME, commit);
  }

  /// All that was read while a shell runs its lines again and again.
  private Set<String> readDuring(String lines) throws Exception {
    String loop = "for i in $(seq 150); do " + lines + "; done";
    Process git =
        new ProcessBuilder("sh", "-ec", loop, "sh", NAME, commit)
            .directory(directory.toFile())
            .inheritIO()
            .start();
    Set<String> read = new TreeSet<>();
    try (Repository repository = open()) {
      Refs refs = new Refs(repository);
      while (git.isAlive()) {
        read.add(refs.read(NAME).map(Revision::id).orElse("absent"));
      }
    } finally {
      git.destroyForcibly().waitFor();
    }
    assertThat(git.exitValue()).isZero();
    return read;
  }

  private Repository open() throws IOException {
    return Repositories.bare(GitPlace.enclosing(directory).orElseThrow());
  }

  @Test
  void aRefThatIsDeletedMeanwhileIsThereOrAbsentAndNoError() throws Exception {
    assertThat(readDuring("git update-ref -d \"$1\"; git update-ref \"$1\" \"$2\""))
        .containsExactlyInAnyOrder(commit, "absent");
  }

  @Test
  void aRefFileThatNamesNoCommitIsAnErrorAndNotAbsent() throws IOException {
    Files.writeString(directory.resolve(".git").resolve(NAME), "");
    try (Repository repository = open()) {
      assertThatThrownBy(() -> new Refs(repository).read(NAME))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("names no commit");
    }
  }

  @Test
  void aRefThatNobodyHasMadeIsAbsent() throws IOException {
    try (Repository repository = open()) {
      assertThat(new Refs(repository).read("refs/heads/none")).isEqualTo(Optional.empty());
    }
  }
}
