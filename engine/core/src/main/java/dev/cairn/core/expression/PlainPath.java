package dev.cairn.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// A path that needs no CEL to be read: `vpc.id`, `subnet["a"].id`, `zones.names[0]`,
/// `subnet[each.key].id`.
///
/// @param at the offset of the root in the source, `end` the one behind the path
record PlainPath(String root, List<Step> steps, int at, int end) {
  PlainPath {
    Objects.requireNonNull(root, "root");
    steps = List.copyOf(steps);
  }

  /// One step down; `at` and `end` are its offsets in the source.
  sealed interface Step {
    int at();

    int end();

    record Field(String name, int at, int end) implements Step {}

    record Key(String key, int at, int end) implements Step {}

    record Position(int index, int at, int end) implements Step {}

    record Index(PlainPath path, int at, int end) implements Step {}
  }

  /// The path as far as it is static.
  Reference reference() {
    List<String> keys = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Field field -> keys.add(field.name());
        case Step.Key key -> keys.add(key.key());
        case Step.Position ignored -> {
          return new Reference(root, keys);
        }
        case Step.Index ignored -> {
          return new Reference(root, keys);
        }
      }
    }
    return new Reference(root, keys);
  }

  /// Whether the path is static to its end.
  boolean isStatic() {
    return steps.stream().allMatch(step -> step instanceof Step.Field || step instanceof Step.Key);
  }

  /// This path's static part and those of its indexes.
  SortedSet<Reference> reads() {
    SortedSet<Reference> reads = new TreeSet<>();
    reads.add(reference());
    for (Step step : steps) {
      if (step instanceof Step.Index index) {
        reads.addAll(index.path().reads());
      }
    }
    return reads;
  }

  /// The first steps of this path.
  PlainPath upTo(int count) {
    int last = count == 0 ? at + root.length() : steps.get(count - 1).end();
    return new PlainPath(root, steps.subList(0, count), at, last);
  }

  /// The normal form: no white space, keys as JSON strings.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(root);
    for (Step step : steps) {
      switch (step) {
        case Step.Field field -> out.append('.').append(field.name());
        case Step.Key key -> out.append('[').append(Quoted.of(key.key())).append(']');
        case Step.Position position -> out.append('[').append(position.index()).append(']');
        case Step.Index index -> out.append('[').append(index.path()).append(']');
      }
    }
    return out.toString();
  }
}
