package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.core.project.Project;
import dev.cairn.core.project.ProjectReader;
import dev.cairn.state.git.GitPlace;
import dev.cairn.state.git.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a stack is: its file, its project, the repository around it.
public record StackPlace(Path file, Project project, Optional<GitPlace> git) {
  /// @throws DiagnosticException where there is no such stack, or `cairn.yaml` is wrong
  public static StackPlace of(StackRequest request) {
    Path file = find(request).orElseThrow(() -> new DiagnosticException(missing(request)));
    return at(file);
  }

  private static StackPlace at(Path file) {
    Path directory = file.resolveSibling("").toAbsolutePath().normalize();
    return new StackPlace(file, ProjectReader.find(directory), GitPlace.enclosing(directory));
  }

  /// The stack file that a request means; empty where there is none.
  public static Optional<Path> find(StackRequest request) {
    Path named = request.directory().resolve(request.stack()).normalize();
    return Stream.of(named, named.resolve("stack.yaml"), Path.of(named + ".yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Diagnostic missing(StackRequest request) {
    Path named = request.directory().resolve(request.stack()).normalize();
    return Diagnostic.error(
            "CRN7005",
            "there is no such stack",
            "looked for " + named + ", " + named.resolve("stack.yaml") + ", " + named + ".yaml")
        .suggest("name a stack file, or a directory with `stack.yaml`", "start one: cairn init");
  }

  /// The stack file as positions name it: relative to the project's root.
  String shown() {
    Path root = project.root().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
  }

  /// Whether git takes no notice of a file; JGit is loaded by whoever asks.
  boolean ignores(Path real) {
    return git.filter(place -> new SourceTree(place).ignores(real)).isPresent();
  }

  /// Where Cairn keeps what is for this machine alone.
  Path local() {
    return git.map(GitPlace::local).orElseGet(() -> project.root().resolve(".cairn"));
  }
}
