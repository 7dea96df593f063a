package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An expression in CEL. It is parsed when it is first needed, and then kept.
final class Formula implements Expression {
  private final String source;
  private final SourceRange range;
  private volatile @Nullable Parsed parsed;

  Formula(String source, SourceRange range) {
    this.source = Objects.requireNonNull(source, "source");
    this.range = Objects.requireNonNull(range, "range");
  }

  /// @throws DiagnosticException where it does not parse
  Parsed parsed() {
    Parsed known = parsed;
    if (known == null) {
      known = Parsed.of(source, range);
      parsed = known;
    }
    return known;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public SourceRange range() {
    return range;
  }

  @Override
  public Optional<Reference> reference() {
    return Optional.empty();
  }

  @Override
  public SortedSet<Reference> reads() {
    try {
      return parsed().reads();
    } catch (DiagnosticException doesNotParse) {
      return new TreeSet<>();
    }
  }

  @Override
  public SortedSet<Reference> reads(Environment environment) {
    Scan scan = new Scan(new FormulaWalk(parsed(), environment), environment);
    scan.visit(parsed().root());
    return scan.references();
  }

  @Override
  public Optional<Value> evaluate(Environment environment) {
    SecretKeys.refuse(parsed(), environment);
    return new FormulaWalk(parsed(), environment).value(parsed().root());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Formula that && source.equals(that.source) && range.equals(that.range);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, range);
  }

  @Override
  public String toString() {
    return source;
  }
}
