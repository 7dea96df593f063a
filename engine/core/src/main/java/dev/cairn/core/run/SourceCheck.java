package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.core.apply.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Refuses to apply an older source upon a newer one, or one that nobody can find again (semantics,
/// section 10).
final class SourceCheck {
  private final Source source;

  SourceCheck(Source source) {
    this.source = source;
  }

  List<Diagnostic> committed(RunRequest request) {
    List<String> dirty = request.dirty() ? List.of() : source.dirty(request.stack().files());
    return dirty.isEmpty() ? List.of() : List.of(Problems.dirty(dirty));
  }

  List<Diagnostic> current(Plan plan, SortedSet<Address> fromBehind) {
    String commit = plan.header().sourceCommit();
    List<Diagnostic> problems = new ArrayList<>();
    SortedSet<Address> seen = new TreeSet<>(fromBehind);
    for (Step step : new Numbering(plan).steps()) {
      Recorded before = step.before();
      String applied = before == null ? null : before.sourceCommit();
      if (commit != null
          && before != null
          && applied != null
          && seen.add(before.address())
          && !source.contains(applied, commit)) {
        problems.add(Problems.behind(before.address(), applied, commit));
      }
    }
    return problems;
  }
}
