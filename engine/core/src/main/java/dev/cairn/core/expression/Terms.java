package dev.cairn.core.expression;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evaluates whole terms, element by element: an unknown element leaves its siblings known.
public final class Terms {
  private final Environment environment;

  private Terms(Environment environment) {
    this.environment = environment;
  }

  /// The value of a term; empty where it is omitted. Omitted elements of lists and maps are left
  /// out.
  ///
  /// @param expected the shape that the schema says, [Shape.Scalar#ANY] where it says nothing.
  ///   Where it is a resource, a bare `${name}` gives a [Value.Ref]; where it is a set, the
  ///   elements are sorted
  /// @throws DiagnosticException where something fails, with its place
  public static Optional<Value> evaluate(Term term, Shape expected, Environment environment) {
    return new Terms(environment)
        .term(term, expected)
        .map(found -> Bounds.within(value(found, expected), term.range()));
  }

  /// The same, with every value at the place that it was written or computed at: a term that holds
  /// literals alone, which may be lists and maps.
  public static Optional<Term> located(Term term, Shape expected, Environment environment) {
    Optional<Term> found = new Terms(environment).term(term, expected);
    found.ifPresent(one -> Bounds.within(value(one, expected), term.range()));
    return found;
  }

  /// The value of a [#located] term.
  public static Value value(Term located, Shape expected) {
    return switch (located) {
      case Term.Literal literal -> literal.value();
      case Term.Sequence sequence -> items(sequence, expected);
      case Term.Mapping mapping -> fields(mapping, expected);
      case Term.Computed _, Term.Mixed _ ->
          throw new IllegalArgumentException("not evaluated: " + located.range());
    };
  }

  /// Every expression in a term, in the order of the file.
  public static Stream<Expression> expressions(Term term) {
    return switch (term) {
      case Term.Literal ignored -> Stream.empty();
      case Term.Computed computed -> Stream.of(computed.expression());
      case Term.Mixed mixed -> mixed.parts().stream().flatMap(Terms::expressions);
      case Term.Sequence sequence -> sequence.items().stream().flatMap(Terms::expressions);
      case Term.Mapping mapping -> mapping.fields().values().stream().flatMap(Terms::expressions);
    };
  }

  /// Every path that a term reads, see [Expression#reads()].
  public static SortedSet<Reference> reads(Term term) {
    SortedSet<Reference> reads = new TreeSet<>();
    expressions(term).forEach(expression -> reads.addAll(expression.reads()));
    return reads;
  }

  /// Every path that a term reads here, see [Expression#reads(Environment)].
  public static SortedSet<Reference> reads(Term term, Environment environment) {
    SortedSet<Reference> reads = new TreeSet<>();
    expressions(term).forEach(expression -> reads.addAll(expression.reads(environment)));
    return reads;
  }

  private Optional<Term> term(Term term, Shape expected) {
    return switch (term) {
      case Term.Literal literal -> Optional.of(literal);
      case Term.Computed computed ->
          computed(computed, expected).map(value -> new Term.Literal(value, computed.range()));
      case Term.Mixed mixed -> Optional.of(new Term.Literal(mixed(mixed), mixed.range()));
      case Term.Sequence sequence -> Optional.of(elements(sequence, Shapes.element(expected)));
      case Term.Mapping mapping -> Optional.of(entries(mapping, expected));
    };
  }

  private Optional<Value> computed(Term.Computed term, Shape expected) {
    if (expected instanceof Shape.RefTo) {
      return Optional.of(resource(term, expected));
    }
    if (expected != Shape.Scalar.ANY) {
      Optional<Value> instance = whole(term.expression());
      if (instance.isPresent()) {
        return instance;
      }
    }
    Optional<Value> value = term.expression().evaluate(environment);
    if (value.isPresent()
        && value.get() instanceof Value.Unknown(Shape shape, var residual)
        && shape == Shape.Scalar.ANY
        && expected instanceof Shape.Scalar) {
      return Optional.of(new Value.Unknown(expected, residual));
    }
    return value.map(found ->
        isSet(expected) && found instanceof Value.Items(List<Value> items)
            ? Sets.of(items, term.range())
            : found);
  }

  private Value resource(Term.Computed term, Shape expected) {
    Optional<Instance> instance = instance(term.expression());
    if (instance.isEmpty()) {
      throw new DiagnosticException(Problems.needsResource(expected.toString()).at(term.range()));
    }
    Optional<Address> address = environment.resource(instance.get().name(), instance.get().key());
    return new Value.Ref(
        address.orElseThrow(() ->
            new DiagnosticException(
                Problems.noInstance(term.expression().source()).at(term.expression().range()))));
  }

  /// A resource itself, where a form of the schema beside the normal one takes it: the checker has
  /// refused it elsewhere.
  private Optional<Value> whole(Expression expression) {
    return instance(expression)
        .flatMap(named -> environment.resource(named.name(), named.key()))
        .map(Value.Ref::new);
  }

  private record Instance(String name, @Nullable String key) {}

  private Optional<Instance> instance(Expression expression) {
    if (!(expression instanceof Plain plain) || plain.path().steps().size() > 1) {
      return Optional.empty();
    }
    String root = plain.path().root();
    if (plain.path().steps().isEmpty()) {
      return Optional.of(new Instance(root, null));
    }
    return switch (plain.path().steps().getFirst()) {
      case PlainPath.Step.Key key -> Optional.of(new Instance(root, key.key()));
      case PlainPath.Step.Index index ->
          new PlainWalk(environment, plain.source(), plain.range()).value(index.path())
                  instanceof Value.Text(String key)
              ? Optional.of(new Instance(root, key))
              : Optional.empty();
      case PlainPath.Step.Field ignored -> Optional.empty();
      case PlainPath.Step.Position ignored -> Optional.empty();
    };
  }

  private Value mixed(Term.Mixed term) {
    List<Value> parts =
        term.parts().stream()
            .map(part ->
                term(part, Shape.Scalar.ANY)
                    .map(found -> value(found, Shape.Scalar.ANY))
                    .orElseThrow(
                        () -> new DiagnosticException(Problems.omitted().at(part.range()))))
            .toList();
    return Joints.join(
        parts,
        (part, i) ->
            Problems.notInText(Shapes.of(part).toString()).at(term.parts().get(i).range()));
  }

  private Term elements(Term.Sequence term, Shape element) {
    List<Term> found = new ArrayList<>();
    term.items().forEach(item -> term(item, element).ifPresent(found::add));
    return new Term.Sequence(found, term.range());
  }

  private Term entries(Term.Mapping term, Shape expected) {
    Map<String, Term> found = new LinkedHashMap<>();
    term.fields()
        .forEach((name, field) ->
            term(field, below(expected, name)).ifPresent(value -> found.put(name, value)));
    return new Term.Mapping(found, term.keys(), term.range());
  }

  private static Value items(Term.Sequence located, Shape expected) {
    Shape element = Shapes.element(expected);
    List<Value> items = located.items().stream().map(item -> value(item, element)).toList();
    return isSet(expected) ? Sets.of(items, located.range()) : new Value.Items(items);
  }

  private static Value fields(Term.Mapping located, Shape expected) {
    SortedMap<String, Value> fields = new TreeMap<>();
    located
        .fields()
        .forEach((name, field) -> fields.put(name, value(field, below(expected, name))));
    return new Value.Fields(fields);
  }

  private static Shape below(Shape shape, String key) {
    return Shapes.child(shape, key).orElse(Shape.Scalar.ANY);
  }

  private static boolean isSet(Shape shape) {
    return shape instanceof Shape.ListOf(Shape ignored, boolean set) && set;
  }
}
