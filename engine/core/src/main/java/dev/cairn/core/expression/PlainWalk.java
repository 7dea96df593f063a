package dev.cairn.core.expression;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a plain path through an environment, down to its value.
final class PlainWalk {
  private final Environment environment;
  private final String source;
  private final SourceRange range;
  private final Bindings bindings = new Bindings();

  PlainWalk(Environment environment, String source, SourceRange range) {
    this.environment = environment;
    this.source = source;
    this.range = range;
  }

  /// The value that the path leads to, with its marks.
  ///
  /// @throws DiagnosticException where it leads to nothing
  Value value(PlainPath path) {
    return new Trail(path).follow();
  }

  /// One path on its way down.
  private final class Trail {
    private final PlainPath path;
    private final StringBuilder cel;
    private final List<String> keys = new ArrayList<>();
    private Value value;
    private boolean bound;
    private boolean sensitive;

    Trail(PlainPath path) {
      this.path = path;
      this.cel = new StringBuilder(path.root());
      this.value =
          environment
              .root(path.root())
              .orElseThrow(() -> failure(Problems.noRoot(path.root()), path.upTo(0)));
    }

    Value follow() {
      for (int i = 0; i < path.steps().size(); i++) {
        reveal();
        if (value instanceof Value.Unknown unknown) {
          return marked(below(unknown, i));
        }
        if (!step(path.steps().get(i), i)) {
          return marked(new Value.Unknown(Shape.Scalar.ANY, rest(i)));
        }
      }
      return marked(value);
    }

    /// Looks into a sensitive value; what lies in it is sensitive too.
    private void reveal() {
      if (value instanceof Value.Sensitive(Value inner, Residual ignored)) {
        bind();
        sensitive = true;
        value = inner;
      }
    }

    /// One step down.
    ///
    /// @return false where the index is not known
    private boolean step(PlainPath.Step step, int i) {
      switch (step) {
        case PlainPath.Step.Field field -> field(field.name(), i, "." + field.name());
        case PlainPath.Step.Key key -> field(key.key(), i, "[" + Quoted.of(key.key()) + "]");
        case PlainPath.Step.Position position -> position(position.index(), i);
        case PlainPath.Step.Index index -> {
          return index(index, i);
        }
      }
      return true;
    }

    private boolean index(PlainPath.Step.Index index, int i) {
      PlainWalk within = new PlainWalk(environment, source, range);
      Value key = within.value(index.path());
      String text = "[" + index.path() + "]";
      if (key instanceof Value.Sensitive) {
        bind();
        bindings.addAll(within.bindings);
        sensitive = true;
        hidden(key.revealed(), i);
      }
      switch (key.revealed()) {
        case Value.Unknown ignored -> {
          bind();
          bindings.addAll(within.bindings);
          return false;
        }
        case Value.Text(String name) ->
            field(name, i, sensitive ? text : "[" + Quoted.of(name) + "]");
        case Value.Whole(long number) -> position(number, i);
        case Value other -> throw failure(Problems.badIndex(Shapes.of(other)), path.upTo(i + 1));
      }
      return true;
    }

    /// Fails without naming a sensitive key where it leads to nothing.
    private void hidden(Value key, int i) {
      boolean there =
          switch (key) {
            case Value.Text(String name) ->
                value instanceof Value.Fields fields && fields.has(name);
            case Value.Whole(long number) ->
                value instanceof Value.Items(List<Value> items)
                    && number >= 0
                    && number < items.size();
            case Value other -> other instanceof Value.Unknown;
          };
      if (!there) {
        throw failure(
            Problems.noField(path.upTo(i).toString(), "(sensitive)", List.of()), path.upTo(i + 1));
      }
    }

    private void field(String name, int i, String text) {
      if (!(value instanceof Value.Fields fields)) {
        throw failure(Problems.noFields(name, Shapes.of(value)), path.upTo(i + 1));
      }
      value =
          fields
              .get(name)
              .orElseThrow(() ->
                  failure(
                      Problems.noField(path.upTo(i).toString(), name, fields.fields().keySet()),
                      path.upTo(i + 1)));
      if (!bound) {
        keys.add(name);
      }
      cel.append(text);
    }

    private void position(long index, int i) {
      if (!(value instanceof Value.Items(List<Value> items))) {
        throw failure(Problems.notAList(Shapes.of(value)), path.upTo(i + 1));
      }
      bind();
      if (index < 0 || index >= items.size()) {
        throw failure(Problems.noElement(index, items.size()), path.upTo(i + 1));
      }
      value = items.get((int) index);
      cel.append('[').append(index).append(']');
    }

    /// What lies below an unknown: an attribute of the same resource, or an expression over it.
    private Value below(Value.Unknown unknown, int from) {
      Shape shape = unknown.shape();
      Optional<Path> attribute =
          unknown.residual() instanceof Residual.Attribute(AttributeRef ref)
              ? Optional.of(ref.path())
              : Optional.empty();
      for (PlainPath.Step step : path.steps().subList(from, path.steps().size())) {
        Optional<String> key = key(step);
        attribute = attribute.flatMap(at -> key.map(at::then));
        Shape above = shape;
        shape =
            key.flatMap(name -> Shapes.child(above, name)).orElseGet(() -> Shapes.element(above));
      }
      if (attribute.isPresent()
          && unknown.residual() instanceof Residual.Attribute(AttributeRef ref)) {
        AttributeRef deeper = new AttributeRef(ref.address(), attribute.get());
        return new Value.Unknown(shape, new Residual.Attribute(deeper));
      }
      bind();
      return new Value.Unknown(shape, rest(from));
    }

    private Optional<String> key(PlainPath.Step step) {
      return switch (step) {
        case PlainPath.Step.Field field -> Optional.of(field.name());
        case PlainPath.Step.Key key -> Optional.of(key.key());
        case PlainPath.Step.Position ignored -> Optional.empty();
        case PlainPath.Step.Index index ->
            value(index.path()) instanceof Value.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
      };
    }

    /// This path from step `from` on, over what has been bound so far.
    private Residual rest(int from) {
      StringBuilder text = new StringBuilder(cel);
      for (PlainPath.Step step : path.steps().subList(from, path.steps().size())) {
        text.append(new PlainPath("", List.of(step), 0, 0));
      }
      return new Residual.Expression(text.toString(), bindings.fields());
    }

    private void bind() {
      if (!bound) {
        bindings.add(path.root(), keys, value);
        bound = true;
      }
    }

    private Value marked(Value result) {
      if (!sensitive) {
        if (!bound) {
          bindings.add(path.root(), keys, result);
        }
        return result;
      }
      Residual origin = new Residual.Expression(cel.toString(), bindings.fields());
      return new Value.Sensitive(result.revealed(), origin);
    }
  }

  private DiagnosticException failure(Diagnostic problem, PlainPath at) {
    return new DiagnosticException(problem.at(Place.within(range, source, at.at(), at.end())));
  }
}
