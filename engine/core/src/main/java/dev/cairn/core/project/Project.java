package dev.cairn.core.project;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A repository that stacks lie in, and what its `cairn.yaml` says.
///
/// @param root the directory of `cairn.yaml`; without one the top of the git repository, else the
///   directory of the stack
/// @param file whether there is a `cairn.yaml`
/// @param lineage tells its state from all others; null until `init` has written it
public record Project(Path root, boolean file, @Nullable String lineage, Store store) {
  /// The name of the file at the root.
  public static final String FILE = "cairn.yaml";

  public Project {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(store, "store");
  }

  /// A repository that says nothing.
  public static Project unwritten(Path root) {
    return new Project(root, false, null, new Store.Unsaid());
  }

  /// Where the state is kept.
  public sealed interface Store {
    /// Nothing is said: git where there is a repository, a directory where there is none.
    record Unsaid() implements Store {}

    record Git(String branch) implements Store {
      /// Where nothing else is said.
      public static final String BRANCH = "cairn/state";

      public Git {
        Objects.requireNonNull(branch, "branch");
      }
    }

    record Directory(Path path) implements Store {
      public Directory {
        Objects.requireNonNull(path, "path");
      }
    }
  }
}
