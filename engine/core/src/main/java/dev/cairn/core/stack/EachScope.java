package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.TypeEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The types of a file's names, and `each`.
///
/// @param value the type of `each.value`
record EachScope(TypeEnvironment file, Shape value) implements TypeEnvironment {
  /// @param collection the type of what `forEach` goes through
  static EachScope over(Shape collection, TypeEnvironment file) {
    return new EachScope(file, element(collection));
  }

  private static Shape element(Shape collection) {
    return switch (collection) {
      case Shape.MapOf(Shape element) -> element;
      case Shape.ListOf ignored -> Shape.Scalar.STRING;
      case Shape.ObjectOf object -> {
        List<Shape> shapes = object.fields().values().stream().distinct().toList();
        yield shapes.size() == 1 ? shapes.getFirst() : Shape.Scalar.ANY;
      }
      case Shape.Scalar ignored -> Shape.Scalar.ANY;
      case Shape.RefTo ignored -> Shape.Scalar.ANY;
    };
  }

  @Override
  public Optional<Shape> root(String name) {
    if (!name.equals("each")) {
      return file.root(name);
    }
    SortedMap<String, Shape> fields = new TreeMap<>();
    fields.put("key", Shape.Scalar.STRING);
    fields.put("value", value);
    return Optional.of(new Shape.ObjectOf(fields, Set.of()));
  }

  @Override
  public Optional<TypeName> resource(String name) {
    return file.resource(name);
  }

  @Override
  public SortedSet<String> roots() {
    SortedSet<String> roots = new TreeSet<>(file.roots());
    roots.add("each");
    return roots;
  }
}
