package dev.cairn.core.expand;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Attributes and the paths through them: which are set, where in the file, and one laid over
/// another.
public final class Attributes {
  private Attributes() {}

  /// The leaves of what is set: objects and maps are entered, lists are not; an empty map is a
  /// leaf.
  static SortedSet<Path> set(Value.Fields attributes, TypeSchema schema) {
    SortedSet<Path> set = new TreeSet<>();
    attributes
        .fields()
        .forEach((name, value) -> {
          Shape shape =
              schema.attributes().containsKey(name)
                  ? java.util.Objects.requireNonNull(schema.attributes().get(name)).shape()
                  : Shape.Scalar.ANY;
          leaves(Path.of(name), value, shape, set);
        });
    return set;
  }

  private static void leaves(Path path, Value value, Shape shape, SortedSet<Path> set) {
    boolean entered =
        value.revealed() instanceof Value.Fields inner
            && !inner.fields().isEmpty()
            && (shape instanceof Shape.MapOf || shape instanceof Shape.ObjectOf);
    if (!entered) {
      set.add(path);
      return;
    }
    Value.Fields inner = (Value.Fields) value.revealed();
    inner.fields().forEach((key, below) -> leaves(path.then(key), below, below(shape, key), set));
  }

  private static Shape below(Shape shape, String key) {
    return switch (shape) {
      case Shape.MapOf map -> map.element();
      case Shape.ObjectOf object -> object.fields().getOrDefault(key, Shape.Scalar.ANY);
      case Shape.ListOf _, Shape.RefTo _, Shape.Scalar _ -> Shape.Scalar.ANY;
    };
  }

  /// Where each attribute, and each key below it, is set.
  static SortedMap<Path, SourceRange> origins(Term.Mapping attributes) {
    SortedMap<Path, SourceRange> origins = new TreeMap<>();
    origins(Path.ROOT, attributes, origins);
    return origins;
  }

  private static void origins(
      Path path, Term.Mapping mapping, SortedMap<Path, SourceRange> origins) {
    mapping.keys().forEach((key, range) -> origins.put(path.then(key), range));
    mapping
        .fields()
        .forEach((key, term) -> {
          if (term instanceof Term.Mapping inner) {
            origins(path.then(key), inner, origins);
          }
        });
  }

  /// `own` with what `defaults` has beside it; maps and objects are merged key by key.
  public static Value.Fields merge(Value.Fields defaults, Value.Fields own) {
    Value.Fields merged = own;
    for (Map.Entry<String, Value> entry : defaults.fields().entrySet()) {
      Value mine = own.fields().get(entry.getKey());
      if (mine == null) {
        merged = merged.with(entry.getKey(), entry.getValue());
      } else if (mine instanceof Value.Fields inner
          && entry.getValue() instanceof Value.Fields outer) {
        merged = merged.with(entry.getKey(), merge(outer, inner));
      }
    }
    return merged;
  }
}
