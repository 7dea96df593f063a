package dev.cairn.state.git;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/// Tells a state that was never written from one that a fresh clone has not taken over yet.
final class Elsewhere {
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

  /// Of a clone in which the project was not begun, and that has never fetched the branch.
  static DiagnosticException never(String remote, String branch) {
    String what = "branch " + branch + " is not here, and the project was not begun in this clone";
    return new DiagnosticException(
        missing(what).suggest(fetch(remote, branch), "if nothing was ever applied: cairn init"));
  }

  private static Diagnostic missing(String what) {
    return Diagnostic.error("CRN4008", "the state is not in this clone", what);
  }

  private static String fetch(String remote, String branch) {
    return "git fetch " + remote + " " + branch + ":" + branch;
  }
}
