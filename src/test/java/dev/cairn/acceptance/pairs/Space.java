package dev.cairn.acceptance.pairs;

import java.util.ArrayList;
import java.util.List;

/// What can be set on one type of resource.
///
/// @param settings the values to try of each attribute
record Space(String type, List<Setting> settings, List<Exclusion> exclusions) {
  /// @param lines `ATTRIBUTE: VALUE`, `never PATTERN // PATTERN`, comments and empty lines
  static Space parse(String type, List<String> lines) {
    List<Setting> settings = new ArrayList<>();
    List<Exclusion> exclusions = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("never ")) {
        exclusions.add(Exclusion.parse(line.substring(6)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        settings.add(Setting.parse(line));
      }
    }
    return new Space(type, settings, exclusions);
  }

  boolean together(Setting a, Setting b) {
    return !a.attribute().equals(b.attribute())
        && exclusions.stream().noneMatch(exclusion -> exclusion.forbids(a, b));
  }

  boolean fits(Setting one, List<Setting> others) {
    return others.stream().allMatch(other -> together(one, other));
  }
}
