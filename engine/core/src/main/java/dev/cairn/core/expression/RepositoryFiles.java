package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The files of a repository. None outside of it is read, whatever symbolic links say.
///
/// @param root the repository's root
/// @param directory the one that paths are relative to, within the root
/// @param ignored whether git takes no notice of a file, which is given without links: what is in
///   nobody's history is for one machine alone, and often a secret
public record RepositoryFiles(Path root, Path directory, Predicate<Path> ignored) implements Files {
  public RepositoryFiles {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(ignored, "ignored");
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
      if (ignored.test(real)) {
        throw new DiagnosticException(
            Problems.file(path, "is ignored by git")
                .suggest(
                    "commit it, if it is no secret", "for a secret: secret('file:PATH') reads it"));
      }
      return ReadableFiles.text(real, 1);
    } catch (ReadableFiles.NoText other) {
      throw new DiagnosticException(Problems.file(path, "" + other.getMessage()));
    } catch (CharacterCodingException binary) {
      throw new DiagnosticException(Problems.file(path, "is not text in UTF-8"));
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      throw new DiagnosticException(Problems.file(path, "is not there, or cannot be read"));
    }
  }

  private static DiagnosticException refused(String path, String why) {
    return new DiagnosticException(
        Problems.file(path, why).suggest("keep it beside the stack file"));
  }
}
