package dev.cairn.core.stack;

import java.util.List;

/// What the language has and this version cannot carry out.
final class Unavailable {
  private static final List<String> SECTIONS = List.of("moved", "imports", "removed");

  private Unavailable() {}

  static void check(Block file, Reading reading) {
    SECTIONS.forEach(section -> check(file, section, reading));
  }

  static void check(Block block, String key, Reading reading) {
    if (block.get(key).isPresent()) {
      reading.error(
          "CRN1027",
          "this is not available in this version",
          "`" + key + "` is read and checked, and cannot be carried out yet",
          block.key(key),
          "leave it out");
    }
  }
}
