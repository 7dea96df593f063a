package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// An expression in CEL. It is parsed when it is first needed.
record Formula(String source, SourceRange range) implements Expression {
  Formula {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(range, "range");
  }

  @Override
  public Optional<Reference> reference() {
    return Optional.empty();
  }

  @Override
  public SortedSet<Reference> reads() {
    return new TreeSet<>();
  }

  @Override
  public SortedSet<Reference> reads(Environment environment) {
    return new TreeSet<>();
  }

  @Override
  public Optional<Value> evaluate(Environment environment) {
    throw new DiagnosticException(Problems.empty().at(range));
  }
}
