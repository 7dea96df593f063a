package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/// A plain reference.
record Plain(String source, SourceRange range, PlainPath path) implements Expression {
  Plain {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(path, "path");
  }

  @Override
  public Optional<Reference> reference() {
    return path.isStatic() ? Optional.of(path.reference()) : Optional.empty();
  }

  @Override
  public SortedSet<Reference> reads() {
    return path.reads();
  }

  @Override
  public SortedSet<Reference> reads(Environment environment) {
    return PlainReads.of(path, environment);
  }

  @Override
  public Optional<Value> evaluate(Environment environment) {
    return Optional.of(new PlainWalk(environment, source, range).value(path));
  }
}
