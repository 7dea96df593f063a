package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.core.run.StackFile;
import dev.cairn.core.yaml.Node;
import dev.cairn.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The name of a stack out of its file, whatever else is in it.
final class StackName {
  private StackName() {}

  /// @throws DiagnosticException where the file is no YAML or names no stack
  static String in(StackPlace place) {
    List<Diagnostic> found = new ArrayList<>();
    String shown = place.shown();
    Optional<Node> root = YamlReader.read(shown, text(place.file()), found::add);
    if (root.isEmpty() && !found.isEmpty()) {
      throw new DiagnosticException(found);
    }
    return root.filter(Node.Mapping.class::isInstance)
        .flatMap(node -> ((Node.Mapping) node).text("stack"))
        .filter(name -> !name.isEmpty())
        .orElseThrow(() -> new DiagnosticException(unnamed(shown)));
  }

  /// Where a stack is, and whether another file is a stack of a name.
  static StackFile file(StackPlace place) {
    return new StackFile(place.shown(), (path, stack) -> another(place, path, stack));
  }

  private static boolean another(StackPlace place, String path, String stack) {
    Path file = place.project().root().resolve(path);
    try {
      return !Files.notExists(file)
          && !Files.isSameFile(file, place.file())
          && in(new StackPlace(file, place.project(), place.git())).equals(stack);
    } catch (IOException | DiagnosticException unreadable) {
      return true;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN7022", "the stack file cannot be read", file.toString())
              .suggest("look at its permissions, and whether it is UTF-8"));
    }
  }

  private static Diagnostic unnamed(String file) {
    return Diagnostic.error("CRN7021", "the file does not name its stack", file)
        .suggest("begin it with `stack: NAME`");
  }
}
