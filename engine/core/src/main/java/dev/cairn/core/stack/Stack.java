package dev.cairn.core.stack;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /// How the attributes of an instance are compared, where the stack says so; nothing of what is no
  /// longer in it.
  public SortedMap<Path, Compare> compare(Address address) {
    Module body = root;
    for (Address.Part part : address.modules()) {
      Module.Call call = body.modules().get(part.name());
      if (call == null) {
        return new TreeMap<>();
      }
      body = call.body();
    }
    Module.Resource resource = body.resources().get(address.name().name());
    return resource == null ? new TreeMap<>() : resource.compare();
  }
}
