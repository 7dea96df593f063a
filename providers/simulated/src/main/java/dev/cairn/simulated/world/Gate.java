package dev.cairn.simulated.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets one process at a time through, by a lock on a file; the same thread may pass again inside.
final class Gate implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(1);
  private final Path path;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  Gate(Path path) {
    this.path = path;
  }

  <T> T alone(Supplier<T> work) {
    if (lock != null) {
      return work.get();
    }
    try (FileLock held = acquire(opened())) {
      lock = held;
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock = null;
    }
  }

  private FileChannel opened() throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      Files.createDirectories(path.getParent());
      open = PrivateFiles.open(path);
      channel = open;
    }
    return open;
  }

  /// Waits for other processes, and for other worlds on the same file in this one.
  private static FileLock acquire(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
