package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Joins the parts of mixed text.
final class Joints {
  private Joints() {}

  /// Says what is wrong with a part that cannot stand in text.
  interface Objection {
    Diagnostic to(Value part, int index);
  }

  /// The parts as one text: unknown where a part is, sensitive where a part is.
  static Value join(List<Value> parts, Objection objection) {
    List<Value> merged = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      add(merged, text(parts.get(i), i, objection));
    }
    Residual whole = new Residual.Joined(merged);
    boolean known = merged.stream().allMatch(Value::known);
    Value value =
        known ? new Value.Text(all(merged)) : new Value.Unknown(Shape.Scalar.STRING, whole);
    return merged.stream().anyMatch(Value::sensitive) ? new Value.Sensitive(value, whole) : value;
  }

  /// The part as text, or as it is where it is unknown or sensitive.
  private static Value text(Value part, int index, Objection objection) {
    Value revealed = part.revealed();
    if (revealed instanceof Value.Unknown) {
      return part;
    }
    Optional<String> text = Texts.mixed(revealed);
    if (text.isEmpty()) {
      throw new DiagnosticException(objection.to(revealed, index));
    }
    return part instanceof Value.Sensitive ? part : new Value.Text(text.get());
  }

  /// Texts beside each other become one, so that equal values are equal residuals.
  private static void add(List<Value> merged, Value part) {
    if (part instanceof Value.Text(String text)
        && !merged.isEmpty()
        && merged.getLast() instanceof Value.Text(String before)) {
      merged.set(merged.size() - 1, new Value.Text(before + text));
    } else {
      merged.add(part);
    }
  }

  private static String all(List<Value> parts) {
    StringBuilder out = new StringBuilder();
    parts.forEach(part -> out.append(Texts.mixed(part).orElseThrow()));
    return out.toString();
  }
}
