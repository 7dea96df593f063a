package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the planner makes: a plan without its header and its approval.
///
/// @param steps in an order that their edges allow, ties by key
/// @param unchanged how many resources are as they should be
/// @param reads digests of the readings of every resource that the plan rests on
/// @param scopes every account that the stack reaches
public record Proposal(
    List<Step> steps,
    List<Change> changes,
    int unchanged,
    Value.Fields outputs,
    SortedMap<Address, ContentId> reads,
    List<Scope> scopes,
    List<Diagnostic> diagnostics) {
  public Proposal {
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
    Objects.requireNonNull(outputs, "outputs");
    reads = Collections.unmodifiableSortedMap(new TreeMap<>(reads));
    scopes = List.copyOf(scopes);
    diagnostics = List.copyOf(diagnostics);
  }

  /// The same with other steps.
  public Proposal with(List<Step> others) {
    return new Proposal(others, changes, unchanged, outputs, reads, scopes, diagnostics);
  }
}
