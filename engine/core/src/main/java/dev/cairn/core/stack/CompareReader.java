package dev.cairn.core.stack;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.core.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads `compare`: attribute paths that never enter a list, and modes that fit what is there.
record CompareReader(Reading reading) {
  SortedMap<Path, Compare> read(Block block, TypeSchema schema) {
    SortedMap<Path, Compare> modes = new TreeMap<>();
    block
        .mapping()
        .keys()
        .forEach((text, place) -> {
          Optional<Compare> mode = block.text(text).flatMap(CompareReader::mode);
          Optional<Path> path = path(text, place);
          if (mode.isPresent() && path.isPresent()) {
            shape(path.get(), schema, place)
                .filter(shape -> fits(mode.get(), shape, block.place(text)))
                .ifPresent(shape -> modes.put(path.get(), mode.get()));
          }
        });
    return modes;
  }

  private static Optional<Compare> mode(String word) {
    return switch (word) {
      case "strict" -> Optional.of(Compare.STRICT);
      case "ignore" -> Optional.of(Compare.IGNORE);
      case "superset" -> Optional.of(Compare.SUPERSET);
      case "unordered" -> Optional.of(Compare.UNORDERED);
      case "ownedKeys" -> Optional.of(Compare.OWNED_KEYS);
      case "initial" -> Optional.of(Compare.INITIAL);
      default -> Optional.empty();
    };
  }

  private Optional<Path> path(String text, SourceRange place) {
    try {
      return Optional.of(Path.parse(text));
    } catch (IllegalArgumentException e) {
      refuse("`" + text + "` is no path of an attribute", place);
      return Optional.empty();
    }
  }

  private Optional<Shape> shape(Path path, TypeSchema schema, SourceRange place) {
    List<String> keys = path.keys();
    Attribute attribute = schema.attributes().get(keys.getFirst());
    if (attribute == null) {
      refuse(
          "`" + keys.getFirst() + "` is no attribute of " + schema.type(),
          place,
          Nearest.suggestion(keys.getFirst(), schema.attributes().keySet()));
      return Optional.empty();
    }
    Shape shape = attribute.shape();
    for (String key : keys.subList(1, keys.size())) {
      Optional<Shape> inner = inner(shape, key, path, place);
      if (inner.isEmpty()) {
        return inner;
      }
      shape = inner.get();
    }
    return Optional.of(shape);
  }

  private Optional<Shape> inner(Shape shape, String key, Path path, SourceRange place) {
    Optional<Shape> inner =
        switch (shape) {
          case Shape.MapOf(Shape element) -> Optional.of(element);
          case Shape.ObjectOf object -> Optional.ofNullable(object.fields().get(key));
          case Shape.Scalar scalar ->
              scalar == Shape.Scalar.ANY ? Optional.of(scalar) : Optional.empty();
          case Shape.ListOf ignored -> Optional.empty();
          case Shape.RefTo ignored -> Optional.empty();
        };
    if (inner.isEmpty()) {
      refuse(
          shape instanceof Shape.ListOf
              ? "`" + path + "` leads into a list; lists are compared whole"
              : "`" + path + "` leads nowhere: there is no `" + key + "`",
          place);
    }
    return inner;
  }

  private boolean fits(Compare mode, Shape shape, SourceRange place) {
    boolean list = shape instanceof Shape.ListOf || shape == Shape.Scalar.ANY;
    boolean map = shape instanceof Shape.MapOf || shape == Shape.Scalar.ANY;
    boolean fits =
        switch (mode) {
          case STRICT, IGNORE, INITIAL -> true;
          case SUPERSET -> list || map;
          case UNORDERED -> list;
          case OWNED_KEYS -> map;
        };
    if (!fits) {
      refuse(
          "this mode is not for a value of type " + shape,
          place,
          "`ownedKeys` and `superset` are for maps, `unordered` and `superset` for lists");
    }
    return fits;
  }

  private void refuse(String detail, SourceRange place, String... ways) {
    reading.error("CRN1025", "a compare mode cannot be used", detail, place, ways);
  }
}
