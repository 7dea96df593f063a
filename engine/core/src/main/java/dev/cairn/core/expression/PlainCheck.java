package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import java.util.Optional;
import java.util.Set;

/// Finds the type of a plain reference, without CEL.
final class PlainCheck {
  private final String source;
  private final SourceRange range;
  private final TypeEnvironment types;

  PlainCheck(String source, SourceRange range, TypeEnvironment types) {
    this.source = source;
    this.range = range;
    this.types = types;
  }

  /// The type of a reference that is used as a value.
  Typed value(PlainPath path) {
    Optional<Shape> root = types.root(path.root());
    if (root.isPresent()
        && Roots.endsAtResource(path.root(), path.steps().size(), root.get(), types)
        && path(path).right()) {
      boolean all = path.steps().isEmpty() && Roots.hasInstances(path.root(), root.get());
      return wrong(Problems.wholeResource(path.toString(), all), path);
    }
    return path(path);
  }

  private Typed path(PlainPath path) {
    Optional<Shape> root = types.root(path.root());
    if (root.isEmpty()) {
      return wrong(Problems.unknownName(path.root(), types.roots()), path.upTo(0));
    }
    Shape shape = root.get();
    for (int i = 0; i < path.steps().size(); i++) {
      Typed next = step(path, i, shape);
      if (!next.right()) {
        return next;
      }
      shape = next.shape();
    }
    return Typed.of(shape);
  }

  private Typed step(PlainPath path, int i, Shape shape) {
    return switch (path.steps().get(i)) {
      case PlainPath.Step.Field field -> {
        boolean instances = i == 0 && Roots.hasInstances(path.root(), shape);
        yield instances
            ? wrong(instance(path.root(), field.name(), shape), field)
            : named(path, i, field.name(), shape);
      }
      case PlainPath.Step.Key key -> named(path, i, key.key(), shape);
      case PlainPath.Step.Position position -> position(position, shape);
      case PlainPath.Step.Index index -> index(index, shape);
    };
  }

  /// `subnet.id` forgot the key, `subnet.a` wrote it as a field.
  private static Diagnostic instance(String root, String name, Shape instances) {
    return Shapes.element(instances) instanceof Shape.ObjectOf object
            && object.fields().containsKey(name)
        ? Problems.needsKey(root, name)
        : Problems.selectsInstance(root, name);
  }

  private Typed named(PlainPath path, int i, String name, Shape shape) {
    PlainPath.Step step = path.steps().get(i);
    Optional<Shape> child = Shapes.child(shape, name);
    if (child.isPresent()) {
      return Typed.of(child.get());
    }
    return switch (shape) {
      case Shape.ObjectOf object ->
          wrong(Problems.noField(path.upTo(i).toString(), name, object.fields().keySet()), step);
      case Shape other -> wrong(Problems.noFields(name, other), step);
    };
  }

  private Typed position(PlainPath.Step step, Shape shape) {
    if (shape instanceof Shape.ListOf(Shape element, boolean set)) {
      return set ? wrong(Problems.setIndex(), step) : Typed.of(element);
    }
    return shape == Shape.Scalar.ANY ? Typed.of(shape) : wrong(Problems.notAList(shape), step);
  }

  private Typed index(PlainPath.Step.Index step, Shape shape) {
    Typed index = value(step.path());
    if (!index.right()) {
      return index;
    }
    boolean list = shape instanceof Shape.ListOf;
    if (shape instanceof Shape.ListOf(Shape ignored, boolean set) && set) {
      return wrong(Problems.setIndex(), step);
    }
    Set<Shape> allowed =
        list
            ? Set.of(Shape.Scalar.INT, Shape.Scalar.ANY)
            : Set.of(Shape.Scalar.STRING, Shape.Scalar.ANY);
    if (shape != Shape.Scalar.ANY && !allowed.contains(index.shape())) {
      return wrong(Problems.wrongType(index.shape().toString(), list ? "int" : "string"), step);
    }
    return shape instanceof Shape.Scalar && shape != Shape.Scalar.ANY
        ? wrong(Problems.noFields(step.path().toString(), shape), step)
        : Typed.of(Shapes.element(shape));
  }

  private Typed wrong(Diagnostic problem, PlainPath at) {
    return Typed.wrong(problem.at(Place.within(range, source, at.at(), at.end())));
  }

  private Typed wrong(Diagnostic problem, PlainPath.Step at) {
    return Typed.wrong(problem.at(Place.within(range, source, at.at(), at.end())));
  }
}
