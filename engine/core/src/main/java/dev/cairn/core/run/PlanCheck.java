package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.resource.Scope;
import dev.cairn.codec.PlanDigest;
import dev.cairn.core.provider.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;

/// Holds a plan of a file against itself and against what it is to be applied to.
final class PlanCheck {
  private static final String DESTROY = "destroy";

  private final Services services;

  PlanCheck(Services services) {
    this.services = services;
  }

  List<Diagnostic> of(Plan plan, RunRequest request, Sessions sessions) {
    if (!PlanDigest.of(plan, services.key()).equals(plan.approval())) {
      return List.of(
          plan.approval() instanceof Approval.Preview preview
              ? Problems.preview(preview.because())
              : Problems.altered());
    }
    List<Diagnostic> problems = new ArrayList<>(header(plan.header(), request));
    compare(
        "commit",
        Objects.requireNonNullElse(plan.header().sourceCommit(), ""),
        services.source().commit().orElse(""),
        problems);
    return problems.isEmpty() ? accounts(plan, sessions) : problems;
  }

  private static List<Diagnostic> header(PlanHeader header, RunRequest request) {
    List<Diagnostic> problems = new ArrayList<>();
    compare("stack", header.stack(), request.stack().name(), problems);
    compare("environment", header.environment(), request.environment(), problems);
    compare("lineage", header.lineage(), request.lineage(), problems);
    compare("command", command(destroys(header)), command(request.destroy()), problems);
    return problems;
  }

  private static boolean destroys(PlanHeader header) {
    return header.options().containsKey(DESTROY);
  }

  private static String command(boolean destroy) {
    return destroy ? "destroy" : "apply";
  }

  private static void compare(
      String what, String planned, String requested, List<Diagnostic> problems) {
    if (!planned.equals(requested)) {
      problems.add(Problems.elsewhere(what, planned, requested));
    }
  }

  /// The credentials of today must reach no account that the plan was not made for.
  private List<Diagnostic> accounts(Plan plan, Sessions sessions) {
    Set<Scope> scopes = Accounts.scopes(plan.steps());
    if (scopes.stream()
        .anyMatch(scope -> services.catalog().provider(scope.provider()).isEmpty())) {
      return List.of(Problems.altered());
    }
    SortedSet<String> planned = plan.header().accounts();
    SortedSet<String> now = Accounts.of(scopes, sessions);
    return planned.containsAll(now)
        ? List.of()
        : List.of(
            Problems.elsewhere("accounts", String.join(", ", planned), String.join(", ", now)));
  }
}
