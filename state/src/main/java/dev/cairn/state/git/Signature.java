package dev.cairn.state.git;

import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.SystemReader;

/// Who commits: as git would have it, from the environment or the configuration; else the user of
/// the system.
final class Signature {
  private Signature() {}

  static PersonIdent author(Config config, Instant at) {
    return of("AUTHOR", config, at);
  }

  static PersonIdent committer(Config config, Instant at) {
    return of("COMMITTER", config, at);
  }

  private static PersonIdent of(String role, Config config, Instant at) {
    String user = System.getProperty("user.name", "cairn");
    return new PersonIdent(
        first(role + "_NAME", config.getString("user", null, "name"), user),
        first(role + "_EMAIL", config.getString("user", null, "email"), user + "@localhost"),
        at,
        ZoneId.systemDefault());
  }

  private static String first(
      String variable, @org.jspecify.annotations.Nullable String configured, String otherwise) {
    String set = SystemReader.getInstance().getenv("GIT_" + variable);
    if (set != null && !set.isBlank()) {
      return set;
    }
    return configured != null && !configured.isBlank() ? configured : otherwise;
  }
}
