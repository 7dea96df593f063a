package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.core.expand.ExclusiveKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Keys that one object at a time can hold: the step that frees one comes before the step that
/// takes it.
final class Exclusivity {
  private final SortedMap<Address, Draft> drafts;
  private final Edges edges;
  private final List<Diagnostic> diagnostics;
  private final Map<ExclusiveKey, Address> held = new HashMap<>();

  Exclusivity(SortedMap<Address, Draft> drafts, Edges edges, List<Diagnostic> diagnostics) {
    this.drafts = drafts;
    this.edges = edges;
    this.diagnostics = diagnostics;
  }

  void order() {
    drafts
        .values()
        .forEach(draft -> old(draft).forEach(key -> held.putIfAbsent(key, draft.address)));
    drafts.values().forEach(this::take);
  }

  private void take(Draft draft) {
    for (ExclusiveKey key : fresh(draft)) {
      Address holder = held.get(key);
      if (holder == null) {
        continue;
      }
      if (!holder.equals(draft.address)) {
        free(draft, holder);
      } else if (draft.verdict == Verdict.REPLACE && draft.createFirst()) {
        diagnostics.add(Problems.sameKey(draft, key.name(draft.schema)));
      }
    }
  }

  private void free(Draft taker, Address holder) {
    for (String taking : List.of(Steps.CREATE, Steps.UPDATE)) {
      for (String freeing : List.of(Steps.DELETE, Steps.UPDATE)) {
        edges.wait(new StepKey(taker.address, taking, 0), new StepKey(holder, freeing, 0));
      }
    }
  }

  private static List<ExclusiveKey> old(Draft draft) {
    if (draft.record == null || draft.record.current().isEmpty()) {
      return List.of();
    }
    RemoteObject object = draft.record.current().get();
    return ExclusiveKey.of(draft.schema, object.scope(), object.attributes().with(draft.actual()));
  }

  private static List<ExclusiveKey> fresh(Draft draft) {
    boolean takes =
        draft.verdict.makes() || draft.verdict == Verdict.UPDATE || draft.verdict == Verdict.NO_OP;
    return draft.desired == null || !takes
        ? List.of()
        : ExclusiveKey.of(draft.schema, draft.desired.scope(), draft.desired.attributes());
  }
}
