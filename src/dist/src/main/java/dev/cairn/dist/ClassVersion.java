package dev.cairn.dist;

/// The version of a class file. The JVM archives no class of a version below 50 (JDK 6), which
/// needs a stack map only where it has branches that the old verifier would infer.
final class ClassVersion {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int ARCHIVED_FROM = 50;

  private ClassVersion() {}

  /// Raises a class file below version 50 to it; leaves any other bytes as they are.
  ///
  /// Version 50 is the one step that is safe without rewriting code: its verifier falls back to the
  /// old one where stack maps are missing (JVMS 4.10).
  static byte[] archivable(byte[] content) {
    if (content.length < 8
        || number(content, 0, 4) != MAGIC
        || number(content, 6, 2) >= ARCHIVED_FROM) {
      return content;
    }
    byte[] raised = content.clone();
    raised[4] = 0;
    raised[5] = 0;
    raised[6] = 0;
    raised[7] = ARCHIVED_FROM;
    return raised;
  }

  private static int number(byte[] content, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = (number << 8) | (content[i] & 0xff);
    }
    return number;
  }
}
