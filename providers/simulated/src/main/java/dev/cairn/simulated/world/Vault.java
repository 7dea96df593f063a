package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes sensitive values out of what is written to a file, and puts them back.
public interface Vault {
  /// The form that may be written: nothing in it is sensitive.
  Value seal(Value.Sensitive secret);

  /// What [#seal] was given; any other value as it is.
  Value unseal(Value.Fields sealed);

  /// Seals nothing, for a world that is not written anywhere.
  static Vault open() {
    return new Vault() {
      @Override
      public Value seal(Value.Sensitive secret) {
        return secret;
      }

      @Override
      public Value unseal(Value.Fields sealed) {
        return sealed;
      }
    };
  }

  /// Seals every sensitive value in here.
  default Value sealed(Value value) {
    return switch (value) {
      case Value.Sensitive secret -> seal(secret);
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(this::sealed).toList());
      case Value.Fields fields -> sealed(fields);
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
      case Value.Unknown unknown -> unknown;
    };
  }

  default Value.Fields sealed(Value.Fields fields) {
    SortedMap<String, Value> sealed = new TreeMap<>();
    fields.fields().forEach((name, field) -> sealed.put(name, sealed(field)));
    return new Value.Fields(sealed);
  }

  /// Unseals every sealed value in here.
  default Value unsealed(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(this::unsealed).toList());
      case Value.Fields fields -> {
        Value opened = unseal(fields);
        yield opened instanceof Value.Fields plain ? unsealed(plain) : opened;
      }
      default -> value;
    };
  }

  default Value.Fields unsealed(Value.Fields fields) {
    SortedMap<String, Value> unsealed = new TreeMap<>();
    fields.fields().forEach((name, field) -> unsealed.put(name, unsealed(field)));
    return new Value.Fields(unsealed);
  }
}
