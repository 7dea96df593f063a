package dev.cairn.api.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that an apply will do. The plan file is this record.
///
/// @param steps in an order that their edges allow, ties by key
/// @param changes one for each resource that is not a no-op, in the order of addresses
/// @param unchanged how many resources are as they should be
/// @param outputs the stack's outputs after apply; unknown where a step decides them
/// @param reads digests of every reading that the plan rests on; apply refuses when one has changed
public record Plan(
    PlanHeader header,
    List<Step> steps,
    List<Change> changes,
    int unchanged,
    Value.Fields outputs,
    SortedMap<Address, ContentId> reads,
    List<Diagnostic> diagnostics,
    Approval approval) {
  public Plan {
    Objects.requireNonNull(header, "header");
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
    Objects.requireNonNull(outputs, "outputs");
    reads = Collections.unmodifiableSortedMap(new TreeMap<>(reads));
    diagnostics = List.copyOf(diagnostics);
    Objects.requireNonNull(approval, "approval");
  }

  /// Whether there is nothing to apply.
  public boolean empty() {
    return steps.isEmpty();
  }
}
