package dev.cairn.core.run;

import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.core.provider.Sessions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whose resources a plan touches.
final class Accounts {
  private Accounts() {}

  /// `PROVIDER:ACCOUNT` of each scope that is known and whose provider tells.
  static SortedSet<String> of(Collection<Scope> scopes, Sessions sessions) {
    SortedSet<String> accounts = new TreeSet<>();
    for (Scope scope : scopes) {
      if (scope.settings().known() && sessions.in(scope).identity() instanceof Answer.Given given) {
        given
            .outputs()
            .text("account")
            .ifPresent(account -> accounts.add(scope.provider() + ":" + account));
      }
    }
    return accounts;
  }

  /// The scopes of what steps make, change, delete or ask, and those that their records name.
  static Set<Scope> scopes(List<Step> steps) {
    Set<Scope> scopes = new LinkedHashSet<>();
    for (Step step : steps) {
      scopes.addAll(scopes(step.inner()));
      scopes.addAll(step.scopes());
      Recorded before = step.before();
      if (before != null) {
        before.objects().forEach(object -> scopes.add(object.scope()));
      }
    }
    return scopes;
  }
}
