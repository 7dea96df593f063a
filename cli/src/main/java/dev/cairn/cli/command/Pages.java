package dev.cairn.cli.command;

import java.util.List;
import java.util.Optional;

/// The pages about diagnostics, `docs/diagnostics/CODE.md`, as this program carries them.
final class Pages {
  private static final Resources FILES = new Resources("/dev/cairn/cli/diagnostics", "CRN7001.md");

  private Pages() {}

  static Optional<String> read(String code) {
    return code.matches("CRN[0-9]{4}") ? FILES.read(code + ".md") : Optional.empty();
  }

  /// What a page is about: the rest of its first line, `# CODE: summary`.
  static String title(String code) {
    return read(code)
        .flatMap(page -> page.lines().findFirst())
        .map(line -> line.replaceFirst("^# *CRN[0-9]{4}:? *", ""))
        .orElse("");
  }

  /// All codes that have a page, in order.
  static List<String> codes() {
    return FILES.list().stream()
        .filter(name -> name.matches("CRN[0-9]{4}\\.md"))
        .map(name -> name.substring(0, name.length() - ".md".length()))
        .toList();
  }
}
