package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The files of a repository. None outside of it is read, whatever symbolic links say.
///
/// @param root the repository's root
/// @param directory the one that paths are relative to, within the root
public record RepositoryFiles(Path root, Path directory) implements Files {
  /// In bytes; what is larger is no text for a stack.
  private static final long LARGEST = 1 << 20;

  public RepositoryFiles {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(directory, "directory");
  }

  @Override
  public String read(String path) {
    try {
      Path file = directory.resolve(path).normalize();
      if (!file.toAbsolutePath().startsWith(root.toAbsolutePath().normalize())) {
        throw refused(path, "lies outside of the repository");
      }
      Path real = file.toRealPath();
      Optional<String> refusal = ReadableFiles.refusal(root, real);
      if (refusal.isPresent()) {
        throw refused(path, refusal.get());
      }
      return text(path, real);
    } catch (CharacterCodingException binary) {
      throw new DiagnosticException(Problems.file(path, "is not text in UTF-8"));
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      throw new DiagnosticException(Problems.file(path, "is not there, or cannot be read"));
    }
  }

  private static String text(String path, Path real) throws IOException {
    if (java.nio.file.Files.size(real) > LARGEST) {
      throw new DiagnosticException(Problems.file(path, "is larger than 1 MiB"));
    }
    String text = java.nio.file.Files.readString(real);
    if (text.indexOf('\0') >= 0) {
      throw new DiagnosticException(Problems.file(path, "is not text: it has a NUL"));
    }
    return text;
  }

  private static DiagnosticException refused(String path, String why) {
    return new DiagnosticException(
        Problems.file(path, why).suggest("keep it beside the stack file"));
  }
}
