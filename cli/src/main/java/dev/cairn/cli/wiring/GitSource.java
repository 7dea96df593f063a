package dev.cairn.cli.wiring;

import dev.cairn.core.project.Project;
import dev.cairn.core.run.Source;
import dev.cairn.state.git.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The git repository that stack files come from.
///
/// @param root that their paths are relative to
record GitSource(SourceTree tree, Path root) implements Source {
  @Override
  public Optional<String> commit() {
    return tree.head();
  }

  @Override
  public boolean contains(String commit, String newer) {
    return tree.isAncestor(commit, newer);
  }

  @Override
  public List<String> dirty(List<String> files) {
    List<Path> paths = new ArrayList<>(files.stream().map(root::resolve).toList());
    Path project = root.resolve(Project.FILE);
    if (Files.exists(project)) {
      paths.add(project);
    }
    return List.copyOf(tree.uncommitted(paths));
  }
}
