package dev.cairn.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts a file in its place as a whole: written beside it, on the disk, then renamed. What a killed
/// process leaves is a `.tmp` file that nobody reads.
public final class Replacement {
  private Replacement() {}

  /// Writes content to a stream.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// The file is durable when this returns; its name is once its folder is synced.
  public static void write(Path file, Content content) throws IOException {
    Path folder = LocalFolder.of(file);
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "new-", ".tmp");
    try {
      // not a channel: those close when their thread is interrupted
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        content.writeTo(out);
        out.flush();
        out.getFD().sync();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /// As [#write], and the name is durable too.
  public static void writeNamed(Path file, byte[] content) throws IOException {
    write(file, content);
    LocalFolder.sync(LocalFolder.of(file));
  }
}
