package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.Checker;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.TypeEnvironment;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The types of locals, inferred in the order in which they read each other. Where they go in a
/// circle, which the planner refuses, the type is any.
final class LocalTypes {
  private final SortedMap<String, Term> locals;
  private final TypeEnvironment types;
  private final SortedMap<String, Shape> inferred = new TreeMap<>();
  private final Set<String> begun = new TreeSet<>();
  private @Nullable Shape whole;

  LocalTypes(SortedMap<String, Term> locals, TypeEnvironment types) {
    this.locals = locals;
    this.types = types;
  }

  Shape shape() {
    Shape known = whole;
    if (known == null) {
      locals.keySet().forEach(this::infer);
      known = object(locals.keySet());
      whole = known;
    }
    return known;
  }

  private Shape object(Collection<String> names) {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    names.stream()
        .filter(locals::containsKey)
        .forEach(name -> shapes.put(name, inferred.getOrDefault(name, Shape.Scalar.ANY)));
    return new Shape.ObjectOf(shapes, Set.of());
  }

  /// With a stack of its own, as chains of locals may be longer than the thread's is deep.
  private void infer(String name) {
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.peek();
      Term term = locals.get(next);
      if (term == null || inferred.containsKey(next)) {
        open.pop();
      } else if (begun.add(next)) {
        read(term).stream().filter(read -> !begun.contains(read)).forEach(open::push);
      } else {
        open.pop();
        inferred.put(next, Checker.shapeOf(term, new Read(term)));
      }
    }
  }

  private static SortedSet<String> read(Term term) {
    return Expressions.in(term)
        .flatMap(expression -> expression.reads().stream())
        .filter(read -> read.root().equals("locals") && !read.keys().isEmpty())
        .map(read -> read.keys().getFirst())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Of the locals, those that a term reads: they have been inferred before it.
  private final class Read implements TypeEnvironment {
    private final Term term;

    Read(Term term) {
      this.term = term;
    }

    @Override
    public Optional<Shape> root(String name) {
      return name.equals("locals") ? Optional.of(object(read(term))) : types.root(name);
    }

    @Override
    public Optional<TypeName> resource(String name) {
      return types.resource(name);
    }

    @Override
    public SortedSet<String> roots() {
      return types.roots();
    }
  }
}
