package dev.cairn.state.git;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Tells a state that was never written from one that a fresh clone has not taken over yet.
public final class Elsewhere {
  private static final String ORIGIN = Constants.DEFAULT_REMOTE_NAME;

  private Elsewhere() {}

  /// @throws DiagnosticException where a remote has the branch that is missing here
  static void check(Repository repository, String branch) throws IOException {
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
      String name = ref.getName().substring(Constants.R_REMOTES.length());
      if (name.endsWith("/" + branch)) {
        String remote = name.substring(0, name.length() - branch.length() - 1);
        throw new DiagnosticException(
            missing(name + " exists; branch " + branch + " does not")
                .suggest(fetch(remote, branch)));
      }
    }
  }

  /// Refuses to take a missing state for an empty one in a clone that has never seen it, where
  /// another clone may have it.
  ///
  /// @param place the store, in words
  /// @param branch of the state; null where it is kept in a directory
  /// @throws DiagnosticException with the command that fetches it
  public static void mayBe(GitPlace git, String place, @Nullable String branch) {
    try (Repository repository = Repositories.bare(git)) {
      List<String> remotes = repository.getRemoteNames().stream().sorted().toList();
      if (!remotes.isEmpty()) {
        String remote = remotes.contains(ORIGIN) ? ORIGIN : remotes.getFirst();
        throw new DiagnosticException(
            missing(place + " has none, and the project was not begun in this clone")
                .suggest(
                    branch == null
                        ? "point `cairn.yaml` to where the state is, or put a copy there"
                        : fetch(remote, branch),
                    "if nothing was ever applied, begin with a lineage of its own: remove"
                        + " cairn.yaml, then cairn init"));
      }
    }
  }

  private static Diagnostic missing(String what) {
    return Diagnostic.error("CRN4008", "the state is not in this clone", what);
  }

  private static String fetch(String remote, String branch) {
    return "git fetch " + remote + " " + branch + ":" + branch;
  }
}
