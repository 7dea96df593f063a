package dev.cairn.cli.wiring;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which stack is meant, and what is given to it.
///
/// @param stack as it was typed: a file, with or without `.yaml`, or a directory with `stack.yaml`
/// @param environment null for the default one
/// @param simulate whether providers and state are the simulated ones
public record StackRequest(
    Path directory,
    String stack,
    @Nullable String environment,
    SortedMap<String, String> variables,
    List<Path> variableFiles,
    boolean simulate) {
  public StackRequest {
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    variableFiles = List.copyOf(variableFiles);
  }

  public String environmentName() {
    return environment == null ? "default" : environment;
  }
}
