package dev.cairn.core.expression;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parts of an environment that something reads: values by their paths, which together make the
/// bindings of a residual.
final class Bindings {
  private static final Comparator<Map.Entry<Reference, Value>> SHORTEST_FIRST =
      Comparator.comparingInt(entry -> entry.getKey().keys().size());

  private final SortedMap<Reference, Value> parts = new TreeMap<>();

  /// Adds a part; an empty container says only that there is one, and replaces nothing.
  void add(String root, List<String> keys, Value value) {
    parts.merge(
        new Reference(root, keys),
        value,
        (old, later) -> later.equals(Value.Fields.EMPTY) ? old : later);
  }

  void addAll(Bindings others) {
    parts.putAll(others.parts);
  }

  /// The values put together: every root with the parts that were added.
  Value.Fields fields() {
    Branch all = new Branch();
    parts.entrySet().stream()
        .sorted(SHORTEST_FIRST)
        .forEach(part -> {
          List<String> path = new ArrayList<>(part.getKey().keys());
          path.addFirst(part.getKey().root());
          all.put(path, part.getValue());
        });
    return all.fields();
  }

  /// A container in the making; a part within a part that is already there adds nothing.
  private static final class Branch {
    private final SortedMap<String, Value> leaves = new TreeMap<>();
    private final SortedMap<String, Branch> branches = new TreeMap<>();

    void put(List<String> path, Value value) {
      String first = path.getFirst();
      if (leaves.containsKey(first) && !leaves.get(first).equals(Value.Fields.EMPTY)) {
        return;
      }
      if (path.size() == 1) {
        leaves.put(first, value);
      } else {
        branches
            .computeIfAbsent(first, name -> new Branch())
            .put(path.subList(1, path.size()), value);
      }
    }

    Value.Fields fields() {
      SortedMap<String, Value> fields = new TreeMap<>(leaves);
      branches.forEach((name, branch) -> fields.put(name, branch.fields()));
      return Value.Fields.of(fields);
    }
  }
}
