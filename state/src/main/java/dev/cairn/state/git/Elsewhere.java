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
        throw new DiagnosticException(
            Diagnostic.error(
                    "CRN4008",
                    "the state is on a remote and not in this clone",
                    name + " exists; branch " + branch + " does not")
                .suggest("git branch " + branch + " " + name));
      }
    }
  }
}
