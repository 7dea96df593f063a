package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A value of a stack file, in which scalars may hold expressions. Literals have been typed by the
/// schema already.
public sealed interface Term {
  SourceRange range();

  record Literal(Value value, SourceRange range) implements Term {
    public Literal {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(range, "range");
    }
  }

  /// A scalar that is one expression: the value keeps its type.
  record Computed(Expression expression, SourceRange range) implements Term {
    public Computed {
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(range, "range");
    }
  }

  /// Text with expressions in it: a string. The parts are literals (texts) and computed terms.
  record Mixed(List<Term> parts, SourceRange range) implements Term {
    public Mixed {
      parts = List.copyOf(parts);
      Objects.requireNonNull(range, "range");
    }
  }

  record Sequence(List<Term> items, SourceRange range) implements Term {
    public Sequence {
      items = List.copyOf(items);
      Objects.requireNonNull(range, "range");
    }
  }

  /// A mapping, in the order of the file.
  ///
  /// @param keys the places of the keys
  record Mapping(Map<String, Term> fields, Map<String, SourceRange> keys, SourceRange range)
      implements Term {
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
      Objects.requireNonNull(range, "range");
    }
  }
}
