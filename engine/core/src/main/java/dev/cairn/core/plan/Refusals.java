package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.Severity;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What refuses a plan although each of its steps could be carried out: what is protected, calls
/// that nobody can count, and data that nobody has given up.
public final class Refusals {
  /// Where an object lives, by the attribute or setting that says so.
  private static final Set<String> PLACES = Set.of("host", "region", "account");

  private final Catalog catalog;

  public Refusals(Catalog catalog) {
    this.catalog = catalog;
  }

  List<Diagnostic> of(Collection<Draft> drafts) {
    List<Diagnostic> refusals = new ArrayList<>();
    for (Draft draft : drafts) {
      Recorded record = draft.record;
      if (draft.verdict.deletes() && record != null && record.lifecycle().protect()) {
        refusals.add(Problems.isProtected(draft));
      }
      if (draft.verdict == Verdict.REPLACE && record != null && leavesData(draft, record)) {
        refusals.add(Problems.movesData(draft));
      }
      decisive(draft).forEach(name -> refusals.add(Problems.mustBeKnown(draft, name)));
    }
    return refusals;
  }

  /// What is unknown and would decide which calls are sent.
  private static SortedSet<String> decisive(Draft draft) {
    Desired desired = draft.desired;
    if (desired == null || !(draft.verdict.makes() || draft.verdict == Verdict.UPDATE)) {
      return new TreeSet<>();
    }
    Value.Fields from = draft.verdict.makes() ? draft.type.fresh(desired) : draft.actual();
    return draft.type.decisive(from, desired.attributes());
  }

  /// A replacement elsewhere is meant to bring the data along, which it does not.
  private boolean leavesData(Draft draft, Recorded record) {
    return draft.differences.stream()
            .map(Difference::path)
            .map(Path::attribute)
            .anyMatch(PLACES::contains)
        && record
            .current()
            .filter(object -> DataLoss.holds(catalog, record.type(), object))
            .isPresent();
  }

  /// The data that these steps lose and nobody has given up: an apply is refused.
  public List<Diagnostic> losses(List<Step> steps, Collection<AddressPattern> accepted) {
    return losses(steps, accepted, Severity.ERROR);
  }

  /// The same while there is only a plan, which may be made, shown and approved.
  public List<Diagnostic> lossesToCome(List<Step> steps, Collection<AddressPattern> accepted) {
    return losses(steps, accepted, Severity.WARNING);
  }

  private List<Diagnostic> losses(
      List<Step> steps, Collection<AddressPattern> accepted, Severity severity) {
    return new DataLoss(catalog)
        .of(steps).stream()
            .filter(address -> accepted.stream().noneMatch(pattern -> pattern.matches(address)))
            .map((Address address) -> Problems.losesData(address, severity))
            .toList();
  }
}
