package dev.cairn.core.stack;

import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.Checker;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.TypeEnvironment;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The types of locals, inferred in the order in which they read each other. Where they go in a
/// circle, which the planner refuses, the type is any.
final class LocalTypes {
  private final SortedMap<String, Term> locals;
  private final TypeEnvironment types;
  private final SortedMap<String, Shape> inferred = new TreeMap<>();
  private final Set<String> begun = new TreeSet<>();

  LocalTypes(SortedMap<String, Term> locals, TypeEnvironment types) {
    this.locals = locals;
    this.types = types;
  }

  Shape shape() {
    if (begun.isEmpty()) {
      locals.keySet().forEach(this::infer);
    }
    SortedMap<String, Shape> shapes = new TreeMap<>();
    locals
        .keySet()
        .forEach(name -> shapes.put(name, inferred.getOrDefault(name, Shape.Scalar.ANY)));
    return new Shape.ObjectOf(shapes, Set.of());
  }

  private void infer(String name) {
    Term term = locals.get(name);
    if (term != null && begun.add(name)) {
      Expressions.in(term).forEach(this::inferRead);
      inferred.put(name, Checker.shapeOf(term, types));
    }
  }

  private void inferRead(Expression expression) {
    expression.reads().stream()
        .filter(read -> read.root().equals("locals") && !read.keys().isEmpty())
        .forEach(read -> infer(read.keys().getFirst()));
  }
}
