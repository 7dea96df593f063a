package dev.cairn.state.git;

import dev.cairn.state.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a git repository is. Found by hand: it takes no library.
///
/// @param gitDirectory of this work tree: it has HEAD and the index
/// @param commonDirectory of all work trees: it has objects and refs; what Cairn keeps for this
///   machine is in `cairn` below it
/// @param workTree the top level; null for a bare repository
public record GitPlace(Path gitDirectory, Path commonDirectory, @Nullable Path workTree) {
  private static final String LINK = "gitdir: ";

  public GitPlace {
    Objects.requireNonNull(gitDirectory, "gitDirectory");
    Objects.requireNonNull(commonDirectory, "commonDirectory");
  }

  /// The repository that a directory is in: in its work tree, or the bare repository itself.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where it cannot be read
  public static Optional<GitPlace> enclosing(Path directory) {
    Path start = directory.toAbsolutePath().normalize();
    try {
      for (Path each = start; each != null; each = each.getParent()) {
        Path inside = gitDirectory(each.resolve(".git"));
        if (inside != null) {
          return Optional.of(new GitPlace(inside, common(inside), each));
        }
        if (isGitDirectory(each)) {
          return Optional.of(new GitPlace(each, common(each), null));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw Problems.unreadable(start.toString(), e);
    }
  }

  /// Where Cairn keeps what is for this machine alone: the journal, the digest key.
  public Path local() {
    return commonDirectory.resolve("cairn");
  }

  /// Null where there is no `.git`: one that is there and cannot be read is an error, as whoever
  /// took it for none would look for the state elsewhere, and find nothing.
  private static @Nullable Path gitDirectory(Path dotGit) throws IOException {
    if (Files.notExists(dotGit)) {
      return null;
    }
    Path directory = dotGit;
    if (Files.isRegularFile(dotGit)) {
      String link = Files.readString(dotGit).strip();
      if (!link.startsWith(LINK)) {
        throw new IOException(dotGit + " leads to no repository");
      }
      directory = dotGit.resolveSibling(link.substring(LINK.length())).normalize();
    }
    if (!isGitDirectory(directory)) {
      throw new IOException(directory + " is no git repository, or cannot be read");
    }
    return directory;
  }

  private static boolean isGitDirectory(Path directory) {
    return Files.isRegularFile(directory.resolve("HEAD"))
        && (Files.isRegularFile(directory.resolve("commondir"))
            || (Files.isDirectory(directory.resolve("objects"))
                && Files.isDirectory(directory.resolve("refs"))));
  }

  private static Path common(Path gitDirectory) throws IOException {
    Path pointer = gitDirectory.resolve("commondir");
    return Files.isRegularFile(pointer)
        ? gitDirectory.resolve(Files.readString(pointer).strip()).normalize()
        : gitDirectory;
  }
}
