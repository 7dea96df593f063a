package dev.cairn.state.git;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// Opens repositories with JGit.
final class Repositories {
  private Repositories() {}

  /// Objects and refs alone: no work tree, no index.
  static FileRepository bare(GitPlace place) {
    return open(
        place, new FileRepositoryBuilder().setGitDir(place.commonDirectory().toFile()).setBare());
  }

  /// With the work tree and its index.
  static FileRepository withWorkTree(GitPlace place, java.nio.file.Path workTree) {
    return open(
        place,
        new FileRepositoryBuilder()
            .setGitDir(place.gitDirectory().toFile())
            .setGitCommonDir(place.commonDirectory().toFile())
            .setWorkTree(workTree.toFile()));
  }

  private static FileRepository open(GitPlace place, BaseRepositoryBuilder<?, ?> builder) {
    QuietSystem.install();
    try {
      return (FileRepository) builder.setMustExist(true).build();
    } catch (IOException | IllegalArgumentException e) {
      throw new DiagnosticException(
          Diagnostic.error(
              "CRN4012",
              "the git repository cannot be opened",
              place.commonDirectory() + ": " + e.getMessage()));
    }
  }
}
