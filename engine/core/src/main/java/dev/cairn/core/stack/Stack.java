package dev.cairn.core.stack;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Objects;

/// A stack file with its modules: read, checked and typed, not evaluated.
///
/// @param name the `stack:` of the file, unique in a repository
/// @param variables the values of the root's variables: defaults, files, environment and options in
///   their order of precedence
/// @param files every file that it was read from, relative to the repository's root: the stack, its
///   modules, `file()` inputs
public record Stack(String name, Module root, Value.Fields variables, List<String> files) {
  public Stack {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(variables, "variables");
    files = List.copyOf(files);
  }
}
