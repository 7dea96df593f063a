package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.diagnostic.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Checks what can only be said of a file as a whole: that what it names is there.
///
/// @param declared every name of a resource, a lookup or a module, also of those that could not be
///   read
record ModuleCheck(Reading reading, Module module, Set<String> declared) {
  void run() {
    module.resources().forEach((name, resource) -> dependencies(name, resource.dependsOn()));
    module.modules().forEach((name, call) -> dependencies(name, call.dependsOn()));
  }

  private void dependencies(String own, List<Module.Dependency> dependencies) {
    for (Module.Dependency dependency : dependencies) {
      if (!declared.contains(dependency.name())) {
        refuse(
            "`" + dependency.name() + "` does not stand in this file",
            dependency.range(),
            Nearest.suggestion(dependency.name(), declared));
      } else if (dependency.name().equals(own)) {
        refuse("`" + own + "` cannot wait for itself", dependency.range());
      } else if (dependency.key() != null && !repeated(dependency.name())) {
        refuse(
            "`" + dependency.name() + "` has no `forEach`, and so no keys",
            dependency.range(),
            "write `" + dependency.name() + "`");
      }
    }
  }

  private boolean repeated(String name) {
    Module.Resource resource = module.resources().get(name);
    if (resource != null) {
      return resource.forEach() != null;
    }
    Module.Call call = module.modules().get(name);
    return call == null ? !module.lookups().containsKey(name) : call.forEach() != null;
  }

  private void refuse(String detail, SourceRange place, String... ways) {
    reading.error("CRN1024", "a dependency cannot be found", detail, place, ways);
  }

  /// Checks that every provider instance that the file names is there.
  ///
  /// @param passed the names that the caller passes in
  void providers(Set<String> passed) {
    Set<String> known = new TreeSet<>(module.providers().keySet());
    known.addAll(passed);
    module
        .resources()
        .values()
        .forEach(resource ->
            provider(resource.provider(), resource.type().provider(), known, resource.range()));
    module
        .lookups()
        .values()
        .forEach(
            lookup -> provider(lookup.provider(), lookup.type().provider(), known, lookup.range()));
    module
        .modules()
        .values()
        .forEach(call -> {
          call.providers().values().forEach(outer -> passedOn(outer, known, call.range()));
          new ModuleCheck(reading, call.body(), Set.of()).providers(call.providers().keySet());
        });
  }

  private void passedOn(String name, Set<String> known, SourceRange place) {
    if (!known.contains(name) && reading.catalog().provider(name).isEmpty()) {
      unknown(name, known, place);
    }
  }

  private void provider(String name, String needed, Set<String> known, SourceRange place) {
    Module.ProviderBlock block = module.providers().get(name);
    if (block != null && !block.provider().equals(needed)) {
      reading.error(
          "CRN1044",
          "a provider instance cannot be used",
          "`" + name + "` is an instance of " + block.provider() + ", this needs " + needed,
          place);
    } else if (!known.contains(name) && !name.equals(needed)) {
      unknown(name, known, place);
    }
  }

  private void unknown(String name, Set<String> known, SourceRange place) {
    reading.error(
        "CRN1044",
        "a provider instance cannot be used",
        "there is no `" + name + "` under `providers`",
        place,
        Nearest.suggestion(name, known));
  }
}
