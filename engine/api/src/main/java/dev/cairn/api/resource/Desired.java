package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One resource instance as the stack file wants it.
///
/// @param attributes in the type's normal form; unknown where an expression cannot be evaluated yet
/// @param set the paths that the user set
/// @param compare the stack's own compare modes; others come from the schema
/// @param adoptBy the tags by which an object that nobody owns is adopted; empty where there is no
///   `adoptBy`
/// @param timeouts the schema's, with the stack's own in their place
/// @param origin the place of the resource's name in the file
/// @param origins the places of its attributes
public record Desired(
    Address address,
    TypeName type,
    Scope scope,
    Value.Fields attributes,
    SortedSet<Path> set,
    SortedMap<Path, Compare> compare,
    Lifecycle lifecycle,
    SortedSet<Address> dependsOn,
    Value.Fields adoptBy,
    Timeouts timeouts,
    @Nullable SourceRange origin,
    SortedMap<Path, SourceRange> origins) {
  public Desired {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(attributes, "attributes");
    set = Collections.unmodifiableSortedSet(new TreeSet<>(set));
    compare = Collections.unmodifiableSortedMap(new TreeMap<>(compare));
    Objects.requireNonNull(lifecycle, "lifecycle");
    dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
    Objects.requireNonNull(adoptBy, "adoptBy");
    Objects.requireNonNull(timeouts, "timeouts");
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /// The same resource with other attributes, such as these with all unknowns resolved.
  public Desired with(Value.Fields others) {
    return new Desired(
        address, type, scope, others, set, compare, lifecycle, dependsOn, adoptBy, timeouts, origin,
        origins);
  }

  /// The same resource in another scope, such as this one once its host is known.
  public Desired in(Scope other) {
    return new Desired(
        address,
        type,
        other,
        attributes,
        set,
        compare,
        lifecycle,
        dependsOn,
        adoptBy,
        timeouts,
        origin,
        origins);
  }

  /// The same resource after others.
  public Desired after(SortedSet<Address> others) {
    return new Desired(
        address,
        type,
        scope,
        attributes,
        set,
        compare,
        lifecycle,
        others,
        adoptBy,
        timeouts,
        origin,
        origins);
  }

  /// How an attribute is compared.
  public Compare mode(Path path, TypeSchema schema) {
    return schema.compare(path, compare);
  }

  /// What others see of the object: what is desired, and what is computed. What a service adds to
  /// what is desired is seen by nobody: it would be there in the second plan and not in the first.
  ///
  /// @param all the attributes that it has
  public Value.Fields seen(TypeSchema schema, Value.Fields all) {
    SortedMap<String, Value> seen = new TreeMap<>(attributes.fields());
    all.fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          boolean computed = attribute == null || attribute.is(Trait.COMPUTED);
          if (seen.containsKey(name) ? !mode(Path.of(name), schema).compared() : computed) {
            seen.put(name, value);
          }
        });
    return new Value.Fields(seen);
  }
}
