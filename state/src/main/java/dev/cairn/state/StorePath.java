package dev.cairn.state;

/// The paths that a store takes.
public final class StorePath {
  private StorePath() {}

  /// The path itself.
  ///
  /// @throws IllegalArgumentException for a path that is absolute, leaves the store, or has a
  ///   segment that git would not take
  public static String check(String path) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("an empty path");
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty()
          || segment.equals(".")
          || segment.equals("..")
          || segment.equalsIgnoreCase(".git")
          || segment.chars().anyMatch(c -> c < ' ' || c == '\\' || c == 0x7f)) {
        throw new IllegalArgumentException("not a path in a store: " + path);
      }
    }
    return path;
  }
}
