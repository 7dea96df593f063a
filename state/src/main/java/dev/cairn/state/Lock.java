package dev.cairn.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The lock of a store, held for the moment in which its head or a cell is exchanged. The system
/// frees it when its process dies.
public final class Lock {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(3);

  private Lock() {}

  /// Something that is done under the lock.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  public static <T> T under(Path file, Work<T> work) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (true) {
        FileLock lock = attempt(channel);
        if (lock != null) {
          try (lock) {
            return work.run();
          }
        }
        if (System.nanoTime() > end) {
          throw new IOException(file + " is held by another process");
        }
        pause();
      }
    }
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another thread of this process has it
      return null;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a lock", e);
    }
  }
}
