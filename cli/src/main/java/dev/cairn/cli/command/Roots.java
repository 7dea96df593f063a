package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.cli.wiring.StackPlace;
import dev.cairn.cli.wiring.StackRequest;
import dev.cairn.core.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;

/// The root of the project that a stack belongs to, also of one that cannot be read.
final class Roots {
  private Roots() {}

  static Path of(StackRequest request) {
    try {
      return StackPlace.of(request).project().root();
    } catch (DiagnosticException e) {
      Path start = StackPlace.find(request).orElse(request.directory());
      for (Path each = start; each != null; each = each.getParent()) {
        if (Files.exists(each.resolve(Project.FILE))) {
          return each;
        }
      }
      return request.directory();
    }
  }
}
