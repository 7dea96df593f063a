package dev.cairn.api.address;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A path to an attribute: attribute names and map keys. It never enters a list; lists are set and
/// compared whole.
public record Path(List<String> keys) implements Comparable<Path> {
  public static final Path ROOT = new Path(List.of());

  public Path {
    keys = List.copyOf(keys);
  }

  public static Path of(String... keys) {
    return new Path(List.of(keys));
  }

  /// Reads what [#toString()] wrote.
  ///
  /// @throws IllegalArgumentException where the text is no path
  public static Path parse(String text) {
    return new Path(PathReader.keys(text));
  }

  /// The path one step further down.
  public Path then(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new Path(longer);
  }

  /// The attribute of the resource that this path begins with.
  public String attribute() {
    return keys.getFirst();
  }

  /// Whether this path is `other` or leads to it.
  public boolean covers(Path other) {
    return other.keys.size() >= keys.size() && other.keys.subList(0, keys.size()).equals(keys);
  }

  @Override
  public int compareTo(Path other) {
    Iterator<String> theirs = other.keys.iterator();
    for (String mine : keys) {
      if (!theirs.hasNext()) {
        return 1;
      }
      int order = mine.compareTo(theirs.next());
      if (order != 0) {
        return order;
      }
    }
    return theirs.hasNext() ? -1 : 0;
  }

  /// Dotted, with keys that are no names in brackets: `tags["a b"]`.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (String key : keys) {
      if (isName(key)) {
        out.append(out.isEmpty() ? "" : ".").append(key);
      } else {
        out.append("[\"").append(key.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
      }
    }
    return out.toString();
  }

  private static boolean isName(String key) {
    return !key.isEmpty()
        && !Character.isDigit(key.charAt(0))
        && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }
}
