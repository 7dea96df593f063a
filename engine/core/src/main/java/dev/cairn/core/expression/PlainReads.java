package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The paths that a plain reference reads in an environment, with the values of its indexes put in.
final class PlainReads {
  private static final SourceRange NOWHERE = new SourceRange("", 1, 1, 1, 1);

  private PlainReads() {}

  static SortedSet<Reference> of(PlainPath path, Environment environment) {
    SortedSet<Reference> reads = new TreeSet<>();
    add(path, environment, reads);
    return reads;
  }

  private static void add(PlainPath path, Environment environment, SortedSet<Reference> reads) {
    List<String> keys = new ArrayList<>();
    boolean open = true;
    for (PlainPath.Step step : path.steps()) {
      Optional<String> key =
          switch (step) {
            case PlainPath.Step.Field field -> Optional.of(field.name());
            case PlainPath.Step.Key quoted -> Optional.of(quoted.key());
            case PlainPath.Step.Position ignored -> Optional.empty();
            case PlainPath.Step.Index index -> {
              add(index.path(), environment, reads);
              yield key(index.path(), environment);
            }
          };
      open &= key.isPresent();
      if (open) {
        key.ifPresent(keys::add);
      }
    }
    reads.add(new Reference(path.root(), keys));
  }

  private static Optional<String> key(PlainPath index, Environment environment) {
    try {
      Value value = new PlainWalk(environment, index.toString(), NOWHERE).value(index);
      return value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    } catch (DiagnosticException unreadable) {
      return Optional.empty();
    }
  }
}
