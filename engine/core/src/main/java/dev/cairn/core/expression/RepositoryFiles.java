package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Objects;

/// The files of a repository. None outside of it is read, whatever symbolic links say.
///
/// @param root the repository's root
/// @param directory the one that paths are relative to, within the root
public record RepositoryFiles(Path root, Path directory) implements Files {
  public RepositoryFiles {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(directory, "directory");
  }

  @Override
  public String read(String path) {
    try {
      Path file = directory.resolve(path).normalize();
      if (!file.toAbsolutePath().startsWith(root.toAbsolutePath().normalize())) {
        throw outside(path);
      }
      Path real = file.toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw outside(path);
      }
      return java.nio.file.Files.readString(real);
    } catch (CharacterCodingException binary) {
      throw new DiagnosticException(Problems.file(path, "is not text in UTF-8"));
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      throw new DiagnosticException(Problems.file(path, "is not there, or cannot be read"));
    }
  }

  private static DiagnosticException outside(String path) {
    return new DiagnosticException(
        Problems.file(path, "lies outside of the repository")
            .suggest("keep it beside the stack file"));
  }
}
