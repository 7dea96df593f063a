package dev.cairn.core.expression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Which files of a repository a stack may read, by `file()`, `template()` and as a module: regular
/// ones in it that are neither git's own nor Cairn's (semantics, section 17).
public final class ReadableFiles {
  private static final Set<String> PRIVATE = Set.of(".git", ".cairn");

  private ReadableFiles() {}

  /// Why a file may not be read, in words that follow its name; empty where it may. Opens nothing,
  /// as a pipe would wait for ever.
  ///
  /// @param root the repository's root
  /// @param real the file, without links
  /// @throws IOException where the root is not there
  public static Optional<String> refusal(Path root, Path real) throws IOException {
    Path top = root.toRealPath();
    if (!real.startsWith(top)) {
      return Optional.of("lies outside of the repository");
    }
    Path directory = top;
    for (Path part : top.relativize(real)) {
      if (PRIVATE.contains(part.toString()) || isGitDirectory(directory)) {
        return Optional.of("lies in a directory that is git's or Cairn's own");
      }
      directory = directory.resolve(part);
    }
    return Files.isRegularFile(real) ? Optional.empty() : Optional.of("is not a regular file");
  }

  /// A bare repository, or that of a work tree elsewhere, whatever its name.
  private static boolean isGitDirectory(Path directory) {
    return Files.isRegularFile(directory.resolve("HEAD"))
        && (Files.isRegularFile(directory.resolve("commondir"))
            || (Files.isDirectory(directory.resolve("objects"))
                && Files.isDirectory(directory.resolve("refs"))));
  }
}
