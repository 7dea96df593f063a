package dev.cairn.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/// Folders and files that are for one machine and one user: journals, the digest key.
public final class LocalFolder {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private LocalFolder() {}

  /// Makes a folder, and those above it, for its owner alone.
  public static Path create(Path folder) throws IOException {
    return Files.createDirectories(folder, mode("rwx------"));
  }

  /// Makes a folder that git takes no notice of: `.cairn` beside a stack outside of `.git`.
  public static Path createIgnored(Path folder) throws IOException {
    create(folder);
    Path ignore = folder.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.writeString(ignore, "*\n");
    }
    return folder;
  }

  /// Makes an empty file that its owner alone reads and writes.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException where there is one
  public static Path createFile(Path file) throws IOException {
    return Files.createFile(file, mode("rw-------"));
  }

  /// The folder that a file is in.
  public static Path of(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }

  /// Makes the names in a folder durable.
  public static void sync(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
