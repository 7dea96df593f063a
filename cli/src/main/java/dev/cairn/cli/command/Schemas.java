package dev.cairn.cli.command;

import java.util.List;
import java.util.Optional;

/// The JSON Schemas that this program carries, by the names that people use: `aws.vpc`, `aws`,
/// `stack`.
final class Schemas {
  private static final Resources FILES = new Resources("/dev/cairn/schema", "cli/document.json");

  private Schemas() {}

  static Optional<String> read(String name) {
    if (!name.matches("[A-Za-z]+(\\.[A-Za-z]+)?")) {
      return Optional.empty();
    }
    String path = name.replace('.', '/') + ".json";
    return FILES
        .read(path)
        .or(() -> FILES.read("types/" + path))
        .or(() -> FILES.read("providers/" + path))
        .or(() -> FILES.read("lookups/" + path));
  }

  static List<String> names() {
    return FILES.list().stream()
        .filter(path -> path.endsWith(".json"))
        .map(path -> path.substring(0, path.length() - ".json".length()))
        .map(path -> path.replaceFirst("^(types|lookups|providers)/", "").replace('/', '.'))
        .sorted()
        .distinct()
        .toList();
  }
}
