package dev.cairn.core.expression;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Evaluates what a plan left open, from the values of finished steps.
public final class Residuals {
  /// Where a residual keeps the files that its expression reads; no name of a stack can be this.
  static final String FILES = "$files";

  private final Function<AttributeRef, Optional<Value>> finished;
  private final Secrets secrets;
  private final boolean waiting;

  private Residuals(
      Function<AttributeRef, Optional<Value>> finished, Secrets secrets, boolean waiting) {
    this.finished = finished;
    this.secrets = secrets;
    this.waiting = waiting;
  }

  /// The value with everything in it known. Elements that turn out to be omitted are left out.
  ///
  /// @param finished the attributes of finished steps; empty for one that its provider left unset
  /// @throws DiagnosticException where something cannot be evaluated, or is not what was promised
  public static Value resolve(
      Value value, Function<AttributeRef, Optional<Value>> finished, Secrets secrets) {
    return new Residuals(finished, secrets, false)
        .resolve(value)
        .orElseThrow(() -> new DiagnosticException(Problems.omitted()));
  }

  /// The value with everything known that can be: what reads a resource of which nothing is
  /// finished stays unknown, and so does an attribute that is not there itself.
  ///
  /// @param finished as for [#resolve]; with an empty path it gives all attributes of a finished
  ///   resource
  public static Value advance(
      Value value, Function<AttributeRef, Optional<Value>> finished, Secrets secrets) {
    return new Residuals(finished, secrets, true)
        .resolve(value)
        .orElseThrow(() -> new DiagnosticException(Problems.omitted()));
  }

  private Optional<Value> resolve(Value value) {
    return switch (value) {
      case Value.Unknown unknown ->
          waiting && !ready(unknown.residual())
              ? Optional.of(unknown)
              : conforming(unknown, evaluate(unknown.residual()));
      case Value.Sensitive sensitive -> sensitive(sensitive);
      case Value.Items(List<Value> items) -> {
        List<Value> known = new ArrayList<>();
        items.forEach(item -> resolve(item).ifPresent(known::add));
        yield Optional.of(new Value.Items(known));
      }
      case Value.Fields map -> Optional.of(fields(map));
      case Value.Text ignored -> Optional.of(value);
      case Value.Whole ignored -> Optional.of(value);
      case Value.Decimal ignored -> Optional.of(value);
      case Value.Flag ignored -> Optional.of(value);
      case Value.Ref ignored -> Optional.of(value);
    };
  }

  /// A mark stays, unless it says no more than that the expression may read something sensitive,
  /// and then it did not.
  private Optional<Value> sensitive(Value.Sensitive value) {
    Sealed sealed = Sealed.of(value).orElse(null);
    Residual origin = sealed == null ? null : sealed.origin();
    if (origin != null) {
      return waiting && !ready(origin)
          ? Optional.of(value)
          : evaluate(origin).map(found -> new Value.Sensitive(found.revealed(), origin));
    }
    Optional<Value> known = resolve(value.inner());
    boolean decidedNow =
        value.inner() instanceof Value.Unknown(var ignored, Residual residual)
            && !(residual instanceof Residual.Attribute)
            && residual.equals(value.origin())
            && known.filter(Value::known).isPresent();
    return decidedNow
        ? known
        : known.map(found -> new Value.Sensitive(found.revealed(), value.origin()));
  }

  private boolean ready(Residual residual) {
    boolean direct = residual instanceof Residual.Attribute;
    return residual.reads().stream()
        .allMatch(ref ->
            finished.apply(ref).isPresent()
                || (!direct
                    && finished.apply(new AttributeRef(ref.address(), Path.ROOT)).isPresent()));
  }

  private Value.Fields fields(Value.Fields map) {
    SortedMap<String, Value> known = new TreeMap<>();
    map.fields()
        .forEach((name, field) -> resolve(field).ifPresent(value -> known.put(name, value)));
    return new Value.Fields(known);
  }

  private Optional<Value> evaluate(Residual residual) {
    return switch (residual) {
      case Residual.Attribute(AttributeRef ref) ->
          Optional.of(
              finished
                  .apply(ref)
                  .orElseThrow(
                      () -> new DiagnosticException(Problems.notFinished(ref.toString()))));
      case Residual.Expression(String cel, Value.Fields bindings) -> expression(cel, bindings);
      case Residual.Joined(List<Value> parts) -> Optional.of(joined(parts));
      case Residual.Secret(String source) ->
          Optional.of(new Value.Sensitive(secrets.value(source), residual));
    };
  }

  private Value joined(List<Value> parts) {
    List<Value> known =
        parts.stream()
            .map(part ->
                resolve(part).orElseThrow(() -> new DiagnosticException(Problems.omitted())))
            .toList();
    return Joints.join(known, (part, i) -> Problems.notInText(Shapes.of(part).toString()));
  }

  private Optional<Value> expression(String cel, Value.Fields bindings) {
    SourceRange place = new SourceRange("expression in the plan", 1, 1, 1, 1 + cel.length());
    return Expressions.parse(cel, place).evaluate(environment(present(bindings)));
  }

  /// The bindings, known. An attribute that its provider left unset is absent from them, as it is
  /// from the resource.
  private Value.Fields present(Value.Fields bindings) {
    SortedMap<String, Value> known = new TreeMap<>();
    bindings
        .fields()
        .forEach((name, field) -> present(field).ifPresent(value -> known.put(name, value)));
    return new Value.Fields(known);
  }

  private Optional<Value> present(Value value) {
    if (value instanceof Value.Unknown(Shape ignored, Residual.Attribute(AttributeRef ref))
        && finished.apply(ref).isEmpty()) {
      return Optional.empty();
    }
    return value instanceof Value.Fields inner ? Optional.of(present(inner)) : resolve(value);
  }

  private Environment environment(Value.Fields bindings) {
    Files files =
        path ->
            bindings
                .fields(FILES)
                .text(path)
                .orElseThrow(() -> new DiagnosticException(Problems.noFiles(path)));
    return new Environment() {
      @Override
      public Optional<Value> root(String name) {
        return bindings.get(name);
      }

      @Override
      public Optional<Address> resource(String name, @Nullable String key) {
        return Optional.empty();
      }

      @Override
      public Inputs inputs() {
        return new Inputs(files, secrets);
      }
    };
  }

  private static Optional<Value> conforming(Value.Unknown promised, Optional<Value> found) {
    if (found.isEmpty()) {
      return found;
    }
    Optional<Value> fitting = Conformity.of(found.get(), promised.shape());
    if (fitting.isEmpty()) {
      String what =
          promised.residual() instanceof Residual.Attribute(AttributeRef ref)
              ? ref.toString()
              : "the value of an expression";
      throw new DiagnosticException(
          Problems.otherShape(
              what, Shapes.of(found.get()).toString(), promised.shape().toString()));
    }
    return fitting;
  }
}
