package dev.cairn.api.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One attribute of a resource type.
///
/// @param removal what it means that it is no longer set
/// @param refersTo the type whose id this attribute holds, for diagnostics and placement
/// @param nested the attributes of an object-shaped attribute, empty for any other shape
public record Attribute(
    Shape shape,
    Compare compare,
    Set<Trait> traits,
    Phase phase,
    Impact impact,
    Removal removal,
    @Nullable TypeName refersTo,
    SortedMap<String, Attribute> nested,
    String doc) {
  public Attribute {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(compare, "compare");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(impact, "impact");
    Objects.requireNonNull(removal, "removal");
    Objects.requireNonNull(doc, "doc");
    traits = Set.copyOf(traits);
    nested = Collections.unmodifiableSortedMap(new TreeMap<>(nested));
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /// Whether a stack file may set it: everything but what only the provider sets.
  public boolean settable() {
    return !is(Trait.READ_ONLY);
  }
}
