package dev.cairn.simulated;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.Place;
import dev.cairn.simulated.world.World;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What all parts of one session share.
///
/// @param types the pure halves, by name
/// @param schemas of types and lookups
record Scene(
    Scope scope,
    World world,
    Map<TypeName, ResourceType> types,
    Function<TypeName, Optional<TypeSchema>> schemas) {
  private static final List<String> PLACE = List.of("account", "region", "endpoint", "identity");

  Scene {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(world, "world");
    types = Map.copyOf(types);
    Objects.requireNonNull(schemas, "schemas");
  }

  TypeSchema schema(TypeName type) {
    return schemas
        .apply(type)
        .orElseThrow(() -> new IllegalArgumentException("no schema of " + type));
  }

  /// The schema of a resource type; empty for one that this version does not have, whose objects
  /// are outside the world.
  Optional<TypeSchema> known(TypeName type) {
    boolean ours = type.provider().equals(scope.provider());
    return ours && !types.containsKey(type) ? Optional.empty() : schemas.apply(type);
  }

  Place place(TypeName type) {
    return new Place(name(), type);
  }

  /// Names the account and region, or the engine. Other settings say how to get there.
  String name() {
    StringBuilder name = new StringBuilder(scope.provider());
    for (String setting : PLACE) {
      scope
          .settings()
          .get(setting)
          .ifPresent(value -> name.append(' ').append(setting).append('=').append(Texts.of(value)));
    }
    return name.toString();
  }

  String region() {
    return scope.settings().text("region").orElse("us-east-1");
  }

  /// Attributes in the form that a type's pure half takes. The address is that of no resource: what
  /// depends on it, the target's attributes have brought.
  Desired desired(TypeSchema schema, Value.Fields attributes) {
    return new Desired(
        Address.of(schema.type().name()),
        schema.type(),
        scope,
        attributes,
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        Lifecycle.NONE,
        Collections.emptySortedSet(),
        Value.Fields.EMPTY,
        schema.timeouts(),
        null,
        Collections.emptySortedMap());
  }

  ResourceType pure(TypeName type) {
    ResourceType pure = types.get(type);
    if (pure == null) {
      throw new IllegalArgumentException("no type " + type + " in " + scope.provider());
    }
    return pure;
  }
}
