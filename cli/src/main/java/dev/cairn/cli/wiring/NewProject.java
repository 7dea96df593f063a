package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.core.project.Project;
import dev.cairn.core.project.ProjectReader;
import dev.cairn.state.DigestKey;
import dev.cairn.state.LocalFolder;
import dev.cairn.state.SeenStore;
import dev.cairn.state.git.GitPlace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// Begins a project, leaving alone whatever is there.
///
/// @param directory where the first stack goes; `cairn.yaml` goes to the project's root
public record NewProject(Path directory) {
  private static final String STACK = "stack.yaml";

  /// A file that a project needs, and whether it was made now.
  public record Written(String path, boolean made) {}

  /// @param state where the state is kept, in words
  public record Begun(List<Written> files, String state) {}

  /// @throws DiagnosticException where a file cannot be written, where `cairn.yaml` is there
  ///   without a lineage, or a state is there without `cairn.yaml`
  public Begun write() {
    try {
      Files.createDirectories(directory);
      Project project = ProjectReader.find(directory);
      if (project.file() && project.lineage() == null) {
        throw new DiagnosticException(withoutLineage());
      }
      Optional<GitPlace> git = GitPlace.enclosing(directory);
      if (!project.file()) {
        refuseState(project, git);
      }
      Path local =
          git.isPresent()
              ? git.get().local()
              : LocalFolder.createIgnored(project.root().resolve(".cairn"));
      String lineage = StateHome.newLineage();
      Written config = file(project.root().resolve(Project.FILE), config(lineage, git.isPresent()));
      if (config.made()) {
        SeenStore.begin(local, lineage);
      }
      List<Written> written = List.of(config, file(directory.resolve(STACK), starter()));
      DigestKey.create(DigestKey.in(local), new SecureRandom());
      return new Begun(written, state(ProjectReader.find(directory).store(), git.isPresent()));
    } catch (IOException e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN7013", "the project cannot be written", e.toString())
              .suggest("look at the permissions of " + directory));
    }
  }

  /// A new lineage beside a state would make everything in it foreign.
  private static void refuseState(Project project, Optional<GitPlace> git) {
    StateHome.Begun state = StateHome.begun(project, git);
    if (state != null) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN7018",
                  "there is a state here, and no cairn.yaml",
                  state.store() + " has lineage " + state.lineage())
              .suggest(
                  "restore cairn.yaml from the repository's history",
                  "write it again, with the line `lineage: " + state.lineage() + "`"));
    }
  }

  private static String state(Project.Store store, boolean git) {
    return switch (store) {
      case Project.Store.Git(String branch) -> onBranch(branch);
      case Project.Store.Directory(Path path) -> "in " + path;
      case Project.Store.Unsaid ignored ->
          git ? onBranch(Project.Store.Git.BRANCH) : "in .cairn/state, on this machine alone";
    };
  }

  private static String onBranch(String branch) {
    return "on branch %1$s of this repository; share it: git push origin %1$s".formatted(branch);
  }

  private Written file(Path path, String content) throws IOException {
    String name =
        path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
    try {
      Files.writeString(path, content, StandardOpenOption.CREATE_NEW);
      return new Written(name, true);
    } catch (FileAlreadyExistsException e) {
      return new Written(name, false);
    }
  }

  private static String config(String lineage, boolean git) {
    return """
    # The lineage tells this project's state and objects from all others. Never change it.
    lineage: %s
    state: %s
    """
        .formatted(lineage, git ? "{ store: git, branch: cairn/state }" : "{ store: directory }");
  }

  private String starter() {
    String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    String stack = name.matches("[a-z][A-Za-z0-9]*") ? name : "main";
    return """
    stack: %s
    resources:
      vpc:
        type: aws.vpc
        cidrBlock: 10.0.0.0/16
        tags: { Name: %s }
    outputs:
      vpcId: ${vpc.id}
    """
        .formatted(stack, stack);
  }

  private static Diagnostic withoutLineage() {
    return Diagnostic.error(
            "CRN7014", "cairn.yaml has no lineage", "init does not change a file that is there")
        .suggest("add the line `lineage: " + StateHome.newLineage() + "`");
  }
}
