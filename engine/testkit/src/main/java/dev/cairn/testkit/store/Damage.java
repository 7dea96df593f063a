package dev.cairn.testkit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What can become of a file of a store without its being gone.
enum Damage {
  EMPTY,
  CUT,
  GARBAGE,
  /// A link to itself is an I/O error for everybody, where a missing permission is none for root.
  UNREADABLE;

  /// Does something while the file is broken.
  void during(Path file, Runnable work) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    Files.delete(file);
    put(file, sound);
    try {
      work.run();
    } finally {
      Files.delete(file);
      Files.write(file, sound);
    }
  }

  private void put(Path file, byte[] sound) throws IOException {
    switch (this) {
      case EMPTY -> Files.write(file, new byte[0]);
      case CUT -> Files.write(file, Arrays.copyOf(sound, sound.length / 2));
      case GARBAGE -> Files.write(file, "-7\n\0 garbage".getBytes(StandardCharsets.UTF_8));
      case UNREADABLE -> Files.createSymbolicLink(file, file.getFileName());
    }
  }
}
