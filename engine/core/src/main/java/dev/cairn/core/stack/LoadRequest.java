package dev.cairn.core.stack;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What to load.
///
/// @param root of the repository: nothing outside of it is read as a module
/// @param stackFile the stack
/// @param env the environment, whose file is `envs/ENV.yaml` beside the stack; null for none
/// @param vars variables given one by one: text that is read as YAML
/// @param varFiles files of variables, a later one wins
/// @param environment the process's environment, in which `CAIRN_VAR_name` sets a variable
public record LoadRequest(
    Path root,
    Path stackFile,
    @Nullable String env,
    SortedMap<String, String> vars,
    List<Path> varFiles,
    Map<String, String> environment) {
  public LoadRequest {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(stackFile, "stackFile");
    vars = Collections.unmodifiableSortedMap(new TreeMap<>(vars));
    varFiles = List.copyOf(varFiles);
    environment = Map.copyOf(environment);
  }

  /// A stack with nothing given from outside.
  public static LoadRequest of(Path root, Path stackFile) {
    return new LoadRequest(root, stackFile, null, new TreeMap<>(), List.of(), Map.of());
  }
}
