package dev.cairn.core.expression;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which files a stack may read, and how. By `file()`, `template()` and as a module: regular ones
/// of the repository that are neither git's own nor Cairn's.
public final class ReadableFiles {
  /// In any case: some file systems make no difference.
  private static final Set<String> PRIVATE = Set.of(".git", ".cairn");

  private static final int LONGEST_HEAD = 4096;

  /// Why a file is no text, in words that follow its name.
  public static final class NoText extends IOException {
    private static final long serialVersionUID = 1;

    NoText(String why) {
      super(why);
    }
  }

  private ReadableFiles() {}

  /// The text of a file, wherever it is. A pipe or a device is not opened.
  ///
  /// @param real the file, without links
  /// @param mebibytes what is larger is no text that somebody wrote
  /// @throws NoText where it is something else
  /// @throws java.nio.charset.CharacterCodingException where it is not UTF-8
  public static String text(Path real, int mebibytes) throws IOException {
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      throw new NoText("is not a regular file");
    }
    if (Files.size(real) > ((long) mebibytes << 20)) {
      throw new NoText("is larger than " + mebibytes + " MiB");
    }
    String text = Files.readString(real);
    if (text.indexOf('\0') >= 0) {
      throw new NoText("is not text: it has a NUL");
    }
    return text;
  }

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
      if (PRIVATE.contains(part.toString().toLowerCase(Locale.ROOT)) || isGitDirectory(directory)) {
        return Optional.of("lies in a directory that is git's or Cairn's own");
      }
      directory = directory.resolve(part);
    }
    return Files.isRegularFile(real) ? Optional.empty() : Optional.of("is not a regular file");
  }

  /// A bare repository, or that of a work tree elsewhere, whatever its name. Not each folder with
  /// files of these names: `HEAD` names a ref or a commit.
  private static boolean isGitDirectory(Path directory) throws IOException {
    return isHead(directory.resolve("HEAD"))
        && (Files.isRegularFile(directory.resolve("commondir"))
            || (Files.isDirectory(directory.resolve("objects"))
                && Files.isDirectory(directory.resolve("refs"))));
  }

  private static boolean isHead(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_HEAD) {
      return false;
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    return text.startsWith("ref: refs/") || text.matches("[0-9a-f]{40}|[0-9a-f]{64}");
  }
}
