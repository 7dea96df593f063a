package dev.cairn.core.run;

import java.util.List;
import java.util.Optional;

/// The repository that stack files come from.
public interface Source {
  /// Not in a repository: there is nothing to compare with.
  Source NONE =
      new Source() {
        @Override
        public Optional<String> commit() {
          return Optional.empty();
        }

        @Override
        public boolean contains(String commit, String newer) {
          return true;
        }

        @Override
        public List<String> dirty(List<String> files) {
          return List.of();
        }
      };

  /// The commit that is checked out.
  Optional<String> commit();

  /// Whether a commit is another one or one of its ancestors. A commit that nobody knows here is
  /// not.
  boolean contains(String commit, String newer);

  /// Those of the files that are not as they were committed.
  List<String> dirty(List<String> files);
}
