package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Keys that one object at a time can hold: the step that frees one comes before the step that
/// takes it.
final class Exclusivity {
  private final SortedMap<Address, Draft> drafts;
  private final Edges edges;
  private final List<Diagnostic> diagnostics;
  private final Map<Key, Address> held = new HashMap<>();
  private final Map<Key, Address> wanted = new HashMap<>();

  Exclusivity(SortedMap<Address, Draft> drafts, Edges edges, List<Diagnostic> diagnostics) {
    this.drafts = drafts;
    this.edges = edges;
    this.diagnostics = diagnostics;
  }

  private record Key(String type, Scope scope, int which, List<Value> values) {}

  void order() {
    drafts
        .values()
        .forEach(draft -> old(draft).forEach(key -> held.putIfAbsent(key, draft.address)));
    drafts.values().forEach(this::take);
  }

  private void take(Draft draft) {
    for (Key key : fresh(draft)) {
      Address other = wanted.putIfAbsent(key, draft.address);
      if (other != null) {
        diagnostics.add(Problems.taken(draft.wanted(), other, name(draft, key)));
      }
      Address holder = held.get(key);
      if (holder == null) {
        continue;
      }
      if (!holder.equals(draft.address)) {
        free(draft, holder);
      } else if (draft.verdict == Verdict.REPLACE && draft.createFirst()) {
        diagnostics.add(Problems.sameKey(draft, name(draft, key)));
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

  private static String name(Draft draft, Key key) {
    List<String> parts =
        draft.schema.exclusive().get(key.which()).key().stream().map(Path::toString).toList();
    return String.join(" and ", parts);
  }

  private static List<Key> old(Draft draft) {
    if (draft.record == null || draft.record.current().isEmpty()) {
      return List.of();
    }
    Value.Fields attributes = draft.record.current().get().attributes().with(draft.actual());
    return keys(draft, draft.record.scope(), attributes);
  }

  private static List<Key> fresh(Draft draft) {
    boolean takes =
        draft.verdict.makes() || draft.verdict == Verdict.UPDATE || draft.verdict == Verdict.NO_OP;
    return draft.desired == null || !takes
        ? List.of()
        : keys(draft, draft.desired.scope(), draft.desired.attributes());
  }

  private static List<Key> keys(Draft draft, Scope scope, Value.Fields attributes) {
    List<Key> keys = new ArrayList<>();
    List<Exclusive> exclusive = draft.schema.exclusive();
    for (int i = 0; i < exclusive.size(); i++) {
      List<Path> parts = new ArrayList<>(exclusive.get(i).key());
      parts.addAll(exclusive.get(i).within());
      Optional<List<Value>> values = values(attributes, parts);
      if (values.isPresent()) {
        keys.add(new Key(draft.schema.type().toString(), scope, i, values.get()));
      }
    }
    return keys;
  }

  private static Optional<List<Value>> values(Value.Fields attributes, List<Path> parts) {
    List<Value> values = new ArrayList<>();
    for (Path part : parts) {
      Value value = attributes.at(part).orElse(null);
      if (value == null || !value.known()) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }
}
