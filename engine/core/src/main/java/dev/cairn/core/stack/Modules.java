package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.yaml.Node;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Loads the files of modules, each once. None may lie outside of the repository or contain itself.
final class Modules {
  private final Sources sources;
  private final Reading reading;
  private String name = "";
  private final Deque<Path> open = new ArrayDeque<>();
  private final Map<Path, Optional<Module>> loaded = new HashMap<>();

  Modules(Sources sources, Reading reading) {
    this.sources = sources;
    this.reading = reading;
  }

  /// The stack's own file.
  Optional<Module> root(Path file) {
    return load(Sources.real(file), true);
  }

  /// The stack's name; empty where it has none.
  String name() {
    return name;
  }

  /// A module named in another file.
  ///
  /// @param from the file that names it
  Optional<Module> load(String source, Path from, SourceRange place) {
    Optional<Path> file = resolve(source, from, place);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path real = Sources.real(file.get());
    Optional<String> refusal = sources.refusal(real);
    if (refusal.isPresent()) {
      reading.error(
          "CRN1041",
          "a module may not be read",
          "`" + source + "` " + refusal.get(),
          place,
          "copy the module beside the stack");
      return Optional.empty();
    }
    if (open.contains(real)) {
      reading.error(
          "CRN1042", "a module contains itself", "`" + source + "` is being read already", place);
      return Optional.empty();
    }
    return load(real, false);
  }

  private Optional<Path> resolve(String source, Path from, SourceRange place) {
    try {
      Path file = from.resolveSibling(source);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    } catch (InvalidPathException e) {
      // reported below, as a file that is not there
    }
    reading.error(
        "CRN1040",
        "a module cannot be found",
        "there is no file `" + source + "` beside " + sources.label(from),
        place,
        "a source is a file, relative to the one that names it: `./modules/edge.yaml`");
    return Optional.empty();
  }

  private Optional<Module> load(Path real, boolean root) {
    Optional<Module> known = loaded.get(real);
    if (known != null) {
      return known;
    }
    open.push(real);
    Optional<Node.Mapping> file = sources.mapping(real);
    if (root) {
      name = file.flatMap(stack -> stack.text("stack")).orElse("");
    }
    Optional<Module> module = file.map(text -> reader(real).read(text, root));
    open.pop();
    loaded.put(real, module);
    return module;
  }

  private ModuleReader reader(Path real) {
    return new ModuleReader(reading, this, real, sources.label(real));
  }
}
