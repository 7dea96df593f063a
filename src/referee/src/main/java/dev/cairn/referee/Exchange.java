package dev.cairn.referee;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A request, as far as it is understood.
///
/// @param path of the request line, with its query
public record Exchange(
    String method,
    String path,
    String api,
    boolean mutating,
    boolean dryRun,
    SortedMap<String, String> arguments) {
  public Exchange {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(api, "api");
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
  }
}
