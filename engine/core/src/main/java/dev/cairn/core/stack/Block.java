package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A mapping of the file's structure, validated already: what has the wrong type reads as absent.
record Block(Term.Mapping mapping, Reading reading) {
  Optional<Term> get(String key) {
    return Optional.ofNullable(mapping.fields().get(key));
  }

  @Nullable Term orNull(String key) {
    return mapping.fields().get(key);
  }

  SourceRange key(String key) {
    return mapping.keys().getOrDefault(key, mapping.range());
  }

  SourceRange place(String key) {
    return get(key).map(Term::range).orElse(mapping.range());
  }

  /// A text that is written out; an expression is refused.
  Optional<String> text(String key) {
    return literal(key)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text());
  }

  boolean flag(String key) {
    return literal(key).orElse(null) instanceof Value.Flag(boolean on) && on;
  }

  Optional<Value> literal(String key) {
    return get(key).flatMap(this::literal);
  }

  /// The value of a literal; an expression is refused.
  Optional<Value> literal(Term term) {
    if (term instanceof Term.Literal literal) {
      return Optional.of(literal.value());
    }
    refuseExpression(term);
    return Optional.empty();
  }

  private void refuseExpression(Term term) {
    boolean hole = term instanceof Term.Mixed mixed && mixed.parts().isEmpty();
    if (!hole && (term instanceof Term.Computed || term instanceof Term.Mixed)) {
      reading.error(
          "CRN1035",
          "an expression cannot stand here",
          "this is read before anything is evaluated",
          term.range(),
          "write the value literally");
    }
  }

  /// A mapping, empty where there is none.
  Block block(String key) {
    return get(key).map(this::block).orElseGet(() -> empty(mapping.range()));
  }

  private Block block(Term term) {
    if (term instanceof Term.Mapping inner) {
      return new Block(inner, reading);
    }
    refuseExpression(term);
    return empty(term.range());
  }

  private Block empty(SourceRange range) {
    return new Block(
        new Term.Mapping(Collections.emptyMap(), Collections.emptyMap(), range), reading);
  }

  /// The elements of a list, none where there is none.
  List<Term> items(String key) {
    Term term = orNull(key);
    if (term instanceof Term.Sequence list) {
      return list.items();
    }
    if (term != null) {
      refuseExpression(term);
    }
    return List.of();
  }

  /// Every entry that is a mapping.
  void each(BiConsumer<String, Block> consumer) {
    mapping
        .fields()
        .forEach((name, term) -> {
          if (term instanceof Term.Mapping inner) {
            consumer.accept(name, new Block(inner, reading));
          } else {
            refuseExpression(term);
          }
        });
  }

  Term require(String key) {
    return Objects.requireNonNull(mapping.fields().get(key), key);
  }
}
