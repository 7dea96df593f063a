package dev.cairn.acceptance.contract;

import java.util.Map;
import java.util.Set;

/// The kinds of failures that edits still have, each with its reason. An entry goes when its kind
/// does.
final class KnownOrderFaults {
  private static final Map<String, String> KINDS = Map.of();

  /// Kinds that are too rare to be missed in a small number of edits.
  private static final Map<String, String> RARE =
      Map.of(
          "edit: CRN3025 .*",
          "one path of a container is given twice, in two forms of the same volume");

  private KnownOrderFaults() {}

  static boolean has(String kind) {
    return KINDS.keySet().stream().anyMatch(kind::matches)
        || RARE.keySet().stream().anyMatch(kind::matches);
  }

  /// Those that many edits always meet.
  static Set<String> kinds() {
    return KINDS.keySet();
  }
}
