package dev.cairn.docker.form;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Work on values that may be unknown or marked.
public final class Known {
  private Known() {}

  /// Changes what is known; an unknown stays, a mark is kept.
  public static Value map(Value value, UnaryOperator<Value> change) {
    return switch (value) {
      case Value.Unknown unknown -> unknown;
      case Value.Sensitive(Value.Unknown inner, Residual origin) ->
          new Value.Sensitive(inner, origin);
      case Value.Sensitive(Value inner, Residual origin) ->
          new Value.Sensitive(change.apply(inner).revealed(), origin);
      default -> change.apply(value);
    };
  }

  /// Changes a text; any other value stays.
  public static Value text(Value value, UnaryOperator<String> change) {
    return map(
        value,
        known -> known instanceof Value.Text(String text) ? Value.text(change.apply(text)) : known);
  }

  /// The text of a scalar as the API's strings hold it; null for what is no known scalar.
  public static @Nullable String scalar(Value value) {
    return switch (value.revealed()) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) ->
          number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
      case Value.Flag(boolean on) -> Boolean.toString(on);
      default -> null;
    };
  }

  /// A scalar as text, whether it is known or not.
  public static Value asText(Value value) {
    String text = scalar(value);
    if (value instanceof Value.Unknown) {
      return joined(List.of(value));
    }
    return text == null || value.revealed() instanceof Value.Text
        ? value
        : map(value, known -> Value.text(text));
  }

  /// A text before a value, as one string.
  public static Value prefixed(String prefix, Value value) {
    return switch (value) {
      case Value.Sensitive(Value inner, Residual origin) ->
          new Value.Sensitive(prefixed(prefix, inner).revealed(), prefixed(prefix, origin));
      case Value.Unknown unknown -> joined(List.of(Value.text(prefix), unknown));
      default -> Value.text(prefix + scalar(value));
    };
  }

  /// A value before a text, as one string.
  public static Value suffixed(Value value, String suffix) {
    return value.known()
        ? map(value, known -> Value.text(scalar(known) + suffix))
        : joined(List.of(value, Value.text(suffix)));
  }

  /// The id of the resource where a value is a resource itself.
  public static Value idOf(Value value) {
    return value instanceof Value.Ref(var target)
        ? new Value.Unknown(
            Shape.Scalar.STRING, new Residual.Attribute(new AttributeRef(target, Path.of("id"))))
        : value;
  }

  /// The fields of an object, none of anything else.
  public static Value.Fields fields(Value value) {
    return value.revealed() instanceof Value.Fields fields ? fields : Value.Fields.EMPTY;
  }

  /// What holds in a list of values, or in the one value that stands for a list of one.
  public static List<Value> items(Value value) {
    return value.revealed() instanceof Value.Items(List<Value> items) ? items : List.of(value);
  }

  private static @Nullable Residual prefixed(String prefix, @Nullable Residual origin) {
    return origin == null
        ? null
        : new Residual.Joined(
            List.of(Value.text(prefix), new Value.Unknown(Shape.Scalar.STRING, origin)));
  }

  private static Value joined(List<Value> parts) {
    List<Value> flat = new ArrayList<>();
    for (Value part : parts) {
      if (part instanceof Value.Unknown(Shape ignored, Residual.Joined(List<Value> inner))) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return new Value.Unknown(Shape.Scalar.STRING, new Residual.Joined(flat));
  }
}
