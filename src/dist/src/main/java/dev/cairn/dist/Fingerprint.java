package dev.cairn.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The name of a distribution: a digest of everything that it is made of. A cache of classes is
/// only ever used with the jars that it was made from, because they share a directory of this name:
/// the JVM itself does not notice that a jar has changed, and runs what the cache holds.
final class Fingerprint {
  /// Raised when the same jars make another distribution.
  private static final String FORMAT = "3";

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    add(FORMAT);
    add(System.getProperty("java.vm.version"));
  }

  /// @param files read whole: jars, the launcher, training stacks
  static String of(List<Path> files) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    files.forEach(fingerprint::add);
    return HexFormat.of().formatHex(fingerprint.digest.digest()).substring(0, 16);
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void add(Path file) {
    try {
      add(String.valueOf(file.getFileName()));
      digest.update(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
