package dev.cairn.acceptance.contract;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Change;
import dev.cairn.core.run.Finished;
import dev.cairn.core.run.Outcome;
import dev.cairn.core.run.Planned;
import dev.cairn.core.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A stack that is applied, edited, applied again and destroyed. Every apply succeeds and leaves
/// nothing to do, or its plan was refused.
///
/// @param refusals the codes that plans were refused with
/// @param failure what went wrong, if anything did
record EditedLife(SortedSet<String> refusals, Optional<Failure> failure) {
  /// A stack that `validate` has nothing against can be made, and one can be destroyed but for what
  /// is protected.
  private static final Map<String, Set<String>> MAY_STAY =
      Map.of("first", Set.of(), "destroy", Set.of("CRN2021"));

  /// @param kind what failures of one cause have in common
  /// @param text the plan and all that was said
  record Failure(String kind, String text) {}

  /// Of a stack that is not valid.
  static final EditedLife NONE = new EditedLife(new TreeSet<>(), Optional.empty());

  private static final Pattern TYPE = Pattern.compile("(aws|docker)\\.\\w+");

  static EditedLife of(SimulatedSite site, Stack before, Stack after) {
    SortedSet<String> refusals = new TreeSet<>();
    Optional<Failure> failure =
        guarded(() ->
            step("first", refusals, () -> site.apply(before))
                .or(() -> step("edit", refusals, () -> site.apply(after)))
                .or(() -> refusals.isEmpty() ? rest(site, after) : Optional.empty())
                .or(() -> step("destroy", refusals, () -> site.destroy(after)))
                .or(() -> refusals.isEmpty() ? left(site) : Optional.empty()));
    return new EditedLife(refusals, failure);
  }

  /// Whether another one ended in the same way.
  boolean like(EditedLife other) {
    return refusals.equals(other.refusals)
        && failure.map(Failure::kind).equals(other.failure.map(Failure::kind));
  }

  private static Optional<Failure> guarded(Supplier<Optional<Failure>> life) {
    try {
      return life.get();
    } catch (RuntimeException broken) {
      StackTraceElement at = broken.getStackTrace()[0];
      return Optional.of(
          new Failure(
              broken.getClass().getSimpleName() + " in " + at.getClassName(),
              broken + "\n" + List.of(broken.getStackTrace()).subList(0, 12)));
    }
  }

  private static Optional<Failure> step(
      String name, SortedSet<String> refusals, Supplier<Finished> run) {
    Finished finished = run.get();
    if (finished.outcome() == Outcome.DONE) {
      return Optional.empty();
    }
    if (finished.applied().isEmpty()) {
      SortedSet<String> codes = new TreeSet<>();
      errors(finished).forEach(error -> codes.add(error.code()));
      codes.forEach(code -> refusals.add(name + " " + code));
      return codes.equals(MAY_STAY.getOrDefault(name, codes))
          ? Optional.empty()
          : Optional.of(new Failure(name + " refused: " + codes, text(finished)));
    }
    return Optional.of(new Failure(name + ": " + kind(finished), text(finished)));
  }

  private static List<Diagnostic> errors(Finished finished) {
    return finished.diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  /// The first failures, without what is particular: addresses and ids.
  private static String kind(Finished finished) {
    SortedSet<String> kinds = new TreeSet<>();
    finished
        .applied()
        .orElseThrow()
        .failures()
        .forEach((step, failure) ->
            kinds.add(
                step.kind()
                    + " "
                    + type(finished, step.address().toString())
                    + " "
                    + failure.code()
                    + TYPE.matcher(failure.text())
                        .results()
                        .map(found -> " " + found.group())
                        .findFirst()
                        .orElse("")));
    if (kinds.isEmpty()) {
      errors(finished).forEach(error -> kinds.add(error.code() + " " + error.summary()));
    }
    return String.join(" | ", kinds);
  }

  private static String type(Finished finished, String address) {
    return finished.plan().stream()
        .flatMap(plan -> plan.changes().stream())
        .filter(change -> change.address().toString().equals(address))
        .map(change -> change.type().toString())
        .findFirst()
        .orElse("?");
  }

  private static String text(Finished finished) {
    List<String> lines = new ArrayList<>(List.of(SimulatedSite.text(finished)));
    finished
        .plan()
        .ifPresent(plan ->
            plan.steps()
                .forEach(step -> lines.add("  " + step.key() + " waits for " + step.waitsFor())));
    finished
        .applied()
        .ifPresent(applied ->
            applied.failures().forEach((step, failure) -> lines.add(step + ": " + failure)));
    finished.diagnostics().forEach(found -> lines.add(found.toString()));
    return String.join("\n", lines);
  }

  /// Nothing is to be done after an apply.
  private static Optional<Failure> rest(SimulatedSite site, Stack stack) {
    Planned planned = site.plan(stack);
    if (planned.plan().empty() && !planned.refused()) {
      return Optional.empty();
    }
    List<Change> changes = planned.plan().changes();
    String kinds =
        changes.stream()
            .map(change -> change.action() + " " + change.type())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" | "));
    return Optional.of(
        new Failure(
            "not empty: " + kinds,
            SimulatedSite.text(planned.plan()) + "\n" + planned.plan().diagnostics()));
  }

  private static Optional<Failure> left(SimulatedSite site) {
    return site.objects().isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure("left after destroy", site.objects().toString()));
  }
}
