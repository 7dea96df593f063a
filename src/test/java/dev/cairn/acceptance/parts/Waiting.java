package dev.cairn.acceptance.parts;

/// Waits between two looks at something that is coming up.
final class Waiting {
  private Waiting() {}

  static void briefly() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
