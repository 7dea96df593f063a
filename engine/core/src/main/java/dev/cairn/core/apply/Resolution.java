package dev.cairn.core.apply;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Sealed;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes values known: unknowns from finished steps, the secrets of a plan file from where they
/// came.
final class Resolution {
  private final Means means;
  private final Ledger ledger;

  Resolution(Means means, Ledger ledger) {
    this.means = means;
    this.ledger = ledger;
  }

  Value.Fields all(Value.Fields value) {
    return (Value.Fields) resolved(unsealed(value));
  }

  /// What can be made known of each attribute; the rest is left out.
  Value.Fields known(Value.Fields attributes) {
    SortedMap<String, Value> known = new TreeMap<>();
    attributes
        .fields()
        .forEach((name, value) -> attempt(value).ifPresent(resolved -> known.put(name, resolved)));
    return new Value.Fields(known);
  }

  private Optional<Value> attempt(Value value) {
    try {
      Value resolved = value.known() ? value : resolved(unsealed(value));
      return resolved.known() ? Optional.of(resolved) : Optional.empty();
    } catch (DiagnosticException impossible) {
      return Optional.empty();
    }
  }

  private Value resolved(Value value) {
    return means.resolver().resolve(value, ledger::published);
  }

  private Value unsealed(Value value) {
    Sealed sealed = Sealed.of(value).orElse(null);
    if (sealed != null) {
      return found(value, sealed);
    }
    return switch (value) {
      case Value.Fields map -> {
        SortedMap<String, Value> fields = new TreeMap<>();
        map.fields().forEach((name, field) -> fields.put(name, unsealed(field)));
        yield new Value.Fields(fields);
      }
      case Value.Items list -> new Value.Items(list.items().stream().map(this::unsealed).toList());
      case Value.Sensitive sensitive -> sensitive;
      case Value.Unknown unknown -> unknown;
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
    };
  }

  /// The secret itself, if it is still the one that was planned.
  private Value found(Value value, Sealed sealed) {
    Residual origin = sealed.origin();
    if (origin == null) {
      return value;
    }
    Value secret = resolved(new Value.Unknown(Shape.Scalar.ANY, origin)).revealed();
    if (sealed.fingerprint() != null && !sealed.matches(secret, means.seal())) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN3012", "a secret is no longer the one that was planned", origin.toString())
              .suggest("plan again"));
    }
    return new Value.Sensitive(secret, origin);
  }
}
