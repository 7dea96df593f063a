package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.expression.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Literal values of a shape. What does not fit is reported.
final class Fit {
  private final Reading reading;
  private final boolean expressions;
  private boolean fits = true;

  private Fit(Reading reading, boolean expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /// Checks what is literal; what an expression yields is not looked at.
  static void check(Term term, Shape shape, Reading reading) {
    new Fit(reading, true).value(term, shape);
  }

  /// The value, in which no expression may stand; empty where something was reported.
  static Optional<Value> value(Term term, Shape shape, Reading reading) {
    Fit fit = new Fit(reading, false);
    Value value = fit.value(term, shape);
    return fit.fits ? Optional.of(value) : Optional.empty();
  }

  private Value value(Term term, Shape shape) {
    return switch (term) {
      case Term.Literal literal -> scalar(literal, shape);
      case Term.Sequence sequence -> list(sequence, shape);
      case Term.Mapping mapping -> fields(mapping, shape);
      case Term.Computed computed -> expression(computed.range());
      case Term.Mixed mixed -> mixed.parts().isEmpty() ? refused() : expression(mixed.range());
    };
  }

  private Value scalar(Term.Literal literal, Shape shape) {
    boolean right =
        switch (literal.value()) {
          case Value.Text ignored -> shape == Shape.Scalar.STRING;
          case Value.Whole ignored -> shape == Shape.Scalar.INT;
          case Value.Decimal ignored -> shape == Shape.Scalar.NUMBER;
          case Value.Flag ignored -> shape == Shape.Scalar.BOOL;
          default -> false;
        };
    return right || shape == Shape.Scalar.ANY ? literal.value() : wrong(shape, literal.range());
  }

  private Value list(Term.Sequence sequence, Shape shape) {
    if (shape == Shape.Scalar.ANY) {
      return items(sequence, Shape.Scalar.ANY);
    }
    if (!(shape instanceof Shape.ListOf list)) {
      return wrong(shape, sequence.range());
    }
    Value.Items items = items(sequence, list.element());
    return list.set() ? set(items, sequence) : items;
  }

  private Value.Items items(Term.Sequence sequence, Shape element) {
    List<Value> items = new ArrayList<>();
    sequence.items().forEach(item -> items.add(value(item, element)));
    return new Value.Items(items);
  }

  private Value set(Value.Items items, Term.Sequence sequence) {
    Set<Value> seen = new HashSet<>();
    for (int i = 0; i < items.items().size(); i++) {
      boolean known = sequence.items().get(i) instanceof Term.Literal;
      if (!seen.add(items.items().get(i)) && (known || !expressions)) {
        fits = false;
        reading.error(
            "CRN1208", "an element stands twice in a set", "", sequence.items().get(i).range());
      }
    }
    List<Value> sorted = new ArrayList<>(items.items());
    sorted.sort(
        Comparator.comparing(
            value -> value instanceof Value.Text(String text) ? text : "" + value));
    return new Value.Items(sorted);
  }

  private Value fields(Term.Mapping mapping, Shape shape) {
    return switch (shape) {
      case Shape.MapOf(Shape element) -> map(mapping, element);
      case Shape.ObjectOf object -> object(mapping, object);
      case Shape.Scalar scalar when scalar == Shape.Scalar.ANY -> map(mapping, scalar);
      default -> wrong(shape, mapping.range());
    };
  }

  private Value map(Term.Mapping mapping, Shape element) {
    SortedMap<String, Value> fields = new TreeMap<>();
    mapping.fields().forEach((key, field) -> fields.put(key, value(field, element)));
    return new Value.Fields(fields);
  }

  private Value object(Term.Mapping mapping, Shape.ObjectOf object) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (Map.Entry<String, Term> entry : mapping.fields().entrySet()) {
      Shape shape = object.fields().get(entry.getKey());
      if (shape == null) {
        unknown(entry.getKey(), mapping, object);
      } else {
        fields.put(entry.getKey(), value(entry.getValue(), shape));
      }
    }
    for (String name : object.fields().keySet()) {
      if (!fields.containsKey(name) && !object.optional().contains(name)) {
        fits = false;
        reading.error(
            "CRN1202",
            "a required key is missing",
            "`" + name + "` is required by the type",
            mapping.range());
      }
    }
    return new Value.Fields(fields);
  }

  private void unknown(String key, Term.Mapping mapping, Shape.ObjectOf object) {
    fits = false;
    reading.error(
        "CRN1201",
        "there is no such key",
        "`" + key + "` is no key of the type",
        mapping.keys().getOrDefault(key, mapping.range()),
        Nearest.suggestion(key, object.fields().keySet()));
  }

  private Value wrong(Shape shape, SourceRange place) {
    fits = false;
    reading.error(
        "CRN1031", "a value does not fit its type", "expected a value of type " + shape, place);
    return Value.Fields.EMPTY;
  }

  private Value expression(SourceRange place) {
    if (expressions) {
      return refused();
    }
    reading.error(
        "CRN1035",
        "an expression cannot stand here",
        "this is read before anything is evaluated",
        place,
        "write the value literally, or compute it in `locals`");
    return refused();
  }

  private Value refused() {
    fits = false;
    return Value.Fields.EMPTY;
  }
}
