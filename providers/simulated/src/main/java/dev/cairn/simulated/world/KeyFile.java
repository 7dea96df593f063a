package dev.cairn.simulated.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// A random key in a file that only its owner can read.
final class KeyFile {
  private static final int BYTES = 32;
  private final Path path;

  KeyFile(Path path) {
    this.path = path;
  }

  Optional<byte[]> read() {
    try {
      return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the key; makes it first if need be. Not to be called by two processes at once.
  byte[] make() {
    Optional<byte[]> existing = read().filter(key -> key.length == BYTES);
    if (existing.isPresent()) {
      return existing.get();
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    write(key);
    return key;
  }

  private void write(byte[] key) {
    try {
      Files.deleteIfExists(path);
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var out = Channels.newOutputStream(PrivateFiles.open(path))) {
        out.write(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
