package dev.cairn.core.document;

import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of what is written out; what is computed is left out.
public final class Literals {
  private Literals() {}

  public static Value.Fields of(Term.Mapping mapping) {
    SortedMap<String, Value> fields = new TreeMap<>();
    mapping.fields().forEach((key, field) -> of(field).ifPresent(value -> fields.put(key, value)));
    return new Value.Fields(fields);
  }

  /// The value of a term in which nothing is computed.
  static Value value(Term term) {
    return of(term).orElseThrow();
  }

  private static Optional<Value> of(Term term) {
    return switch (term) {
      case Term.Literal literal -> Optional.of(literal.value());
      case Term.Computed ignored -> Optional.empty();
      case Term.Mixed ignored -> Optional.empty();
      case Term.Sequence sequence -> Optional.of(items(sequence.items()));
      case Term.Mapping mapping -> Optional.of(of(mapping));
    };
  }

  private static Value items(List<Term> items) {
    return new Value.Items(items.stream().flatMap(item -> of(item).stream()).toList());
  }
}
