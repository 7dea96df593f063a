package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loads a stack: its file, its modules, the values of its variables. Everything that can be said
/// without evaluating it is checked; no provider is started.
public final class StackLoader {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::range, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::detail);

  private final LoadRequest request;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Reading reading;
  private final Sources sources;

  private StackLoader(LoadRequest request, Catalog catalog) {
    this.request = request;
    this.reading = Reading.with(catalog, found::add);
    this.sources = new Sources(request.root(), reading);
  }

  /// The stack, or everything that is wrong with it.
  public static Loaded load(LoadRequest request, Catalog catalog) {
    return new StackLoader(request, catalog).load();
  }

  private Loaded load() {
    Modules modules = new Modules(sources, reading);
    Optional<Module> root = modules.root(request.stackFile());
    Optional<Stack> stack = root.map(module -> stack(module, modules.name()));
    boolean failed = found.stream().anyMatch(Diagnostic::isError);
    return new Loaded(
        failed ? Optional.empty() : stack, found.stream().distinct().sorted(ORDER).toList());
  }

  private Stack stack(Module written, String name) {
    Optional<EnvironmentFile> environment =
        Optional.ofNullable(request.env())
            .flatMap(env -> EnvironmentFile.find(request.stackFile(), env, sources, reading));
    Module root = environment.map(file -> file.overlay(written)).orElse(written);
    new ModuleCheck(reading, root, Set.of()).providers(Set.of());
    Value.Fields values = values(root, environment);
    InputFiles.of(root).forEach(sources::add);
    return new Stack(name, root, values, sources.files());
  }

  private Value.Fields values(Module root, Optional<EnvironmentFile> environment) {
    Given given = new Given(root, reading);
    environment.flatMap(EnvironmentFile::variables).ifPresent(given::file);
    for (Path file : request.varFiles()) {
      sources.mapping(file).ifPresent(given::file);
    }
    given.environment(request.environment());
    given.options(request.vars());
    Value.Fields values = new VariableValues(root, reading).of(given.values());
    if (found.stream().noneMatch(Diagnostic::isError)) {
      new VariableChecks(root, reading).run(values);
    }
    return values;
  }
}
