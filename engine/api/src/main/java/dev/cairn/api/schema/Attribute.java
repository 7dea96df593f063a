package dev.cairn.api.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One attribute of a resource type.
///
/// @param removal what it means that it is no longer set
/// @param refersTo the type whose id this attribute holds, for diagnostics and placement
/// @param targets the types of all that it refers to, itself or anything in it: what it names of
///   them the object holds on to
/// @param nested the attributes of an object-shaped attribute, empty for any other shape
public record Attribute(
    Shape shape,
    Compare compare,
    Set<Trait> traits,
    Phase phase,
    Impact impact,
    Removal removal,
    @Nullable TypeName refersTo,
    SortedSet<TypeName> targets,
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
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    nested = Collections.unmodifiableSortedMap(new TreeMap<>(nested));
  }

  /// One that refers to one type at most.
  public Attribute(
      Shape shape,
      Compare compare,
      Set<Trait> traits,
      Phase phase,
      Impact impact,
      Removal removal,
      @Nullable TypeName refersTo,
      SortedMap<String, Attribute> nested,
      String doc) {
    this(
        shape,
        compare,
        traits,
        phase,
        impact,
        removal,
        refersTo,
        refersTo == null ? Collections.emptySortedSet() : new TreeSet<>(Set.of(refersTo)),
        nested,
        doc);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /// Whether a stack file may set it: everything but what only the provider sets.
  public boolean settable() {
    return !is(Trait.READ_ONLY);
  }
}
