package dev.cairn.core.expand;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Decides what a desired resource will be, so that what refers to it can be evaluated next. Called
/// in dependency order.
public interface Decider {
  /// A resource with its attributes of phase `create`; those of phase `settle` follow.
  ///
  /// @param from the attributes of other resources that each of its attributes was made from
  /// @return its attributes after apply: known, or unknown
  Value.Fields decide(Desired desired, Map<String, SortedSet<AttributeRef>> from);

  /// The same resource with all of its attributes. Called for types that have attributes of phase
  /// `settle`.
  Value.Fields settle(Desired desired, Map<String, SortedSet<AttributeRef>> from);

  /// Attributes of which nothing but the desired is known: those of a resource that does not exist.
  ///
  /// @param schema of the type
  static Value.Fields undecided(Desired desired, TypeSchema schema) {
    return new Value.Fields(unknown(desired, schema)).with(desired.attributes());
  }

  private static SortedMap<String, Value> unknown(Desired desired, TypeSchema schema) {
    SortedMap<String, Value> unknown = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(dev.cairn.api.schema.Trait.COMPUTED)) {
            AttributeRef ref =
                new AttributeRef(desired.address(), dev.cairn.api.address.Path.of(name));
            unknown.put(name, new Value.Unknown(attribute.shape(), new Residual.Attribute(ref)));
          }
        });
    return unknown;
  }

  /// Knows nothing: every computed attribute is unknown. For `validate`, and to find out which
  /// lookups are asked.
  static Decider ofNothing(java.util.function.Function<TypeName, TypeSchema> schemas) {
    return new Decider() {
      @Override
      public Value.Fields decide(Desired desired, Map<String, SortedSet<AttributeRef>> from) {
        return undecided(desired, schemas.apply(desired.type()));
      }

      @Override
      public Value.Fields settle(Desired desired, Map<String, SortedSet<AttributeRef>> from) {
        return undecided(desired, schemas.apply(desired.type()));
      }
    };
  }
}
