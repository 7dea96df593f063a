package dev.cairn.state;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.codec.Hmac;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The key that digests of sensitive values are made with, in a file that only its owner reads.
public final class DigestKey {
  private static final int LENGTH = 32;

  private DigestKey() {}

  /// Where the key is below what is for one machine. `init` makes it, so a clone in which the
  /// project was not begun has none.
  public static Path in(Path local) {
    return local.resolve("digest.key");
  }

  /// The key, where there is one.
  ///
  /// @throws DiagnosticException where the file cannot be read or holds no key
  public static Optional<Hmac> read(Path file) {
    try {
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != LENGTH) {
        throw broken(file, "it does not have " + LENGTH + " bytes");
      }
      return Optional.of(new Hmac(key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw broken(file, "it is not hexadecimal");
    } catch (IOException e) {
      throw broken(file, Problems.text(e));
    }
  }

  /// Makes a key where there is none; never replaces one.
  public static void create(Path file, SecureRandom random) throws IOException {
    LocalFolder.create(LocalFolder.of(file));
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    try {
      LocalFolder.createFile(file);
    } catch (FileAlreadyExistsException e) {
      return;
    }
    Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
  }

  private static DiagnosticException broken(Path file, String why) {
    return new DiagnosticException(
        Diagnostic.error("CRN4011", "the digest key cannot be read", file + ": " + why)
            .suggest("copy the key from a machine that has it", "remove it and run `cairn init`"));
  }
}
