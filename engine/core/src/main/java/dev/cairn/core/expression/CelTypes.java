package dev.cairn.core.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cairn.api.value.Shape;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Shapes as CEL's types and back, for one check. Objects become structs, so that unknown fields
/// are found; sets become lists.
///
/// CEL asks for an immutable provider; this one learns names while one thread checks one
/// expression.
@SuppressWarnings("Immutable")
final class CelTypes implements CelTypeProvider {
  private final Map<Shape.ObjectOf, String> names = new HashMap<>();
  private final Map<String, Shape.ObjectOf> objects = new HashMap<>();

  CelType type(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case STRING -> SimpleType.STRING;
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case ANY -> SimpleType.DYN;
          };
      case Shape.ListOf(Shape element, boolean ignored) -> ListType.create(type(element));
      case Shape.MapOf(Shape element) -> MapType.create(SimpleType.STRING, type(element));
      case Shape.ObjectOf object -> StructTypeReference.create(name(object));
      case Shape.RefTo(var resource) -> OpaqueType.create("reference to a " + resource);
    };
  }

  private String name(Shape.ObjectOf object) {
    return names.computeIfAbsent(
        object,
        shape -> {
          String name = "object_" + (names.size() + 1);
          objects.put(name, shape);
          return name;
        });
  }

  /// The shape of a result; empty for what no stack can hold.
  Optional<Shape> shape(CelType type) {
    return switch (type.kind()) {
      case STRING -> Optional.of(Shape.Scalar.STRING);
      case BOOL -> Optional.of(Shape.Scalar.BOOL);
      case INT -> Optional.of(Shape.Scalar.INT);
      case DOUBLE -> Optional.of(Shape.Scalar.NUMBER);
      case DYN, ANY, TYPE_PARAM -> Optional.of(Shape.Scalar.ANY);
      case LIST -> shape(type.parameters().getFirst()).map(e -> new Shape.ListOf(e, false));
      case MAP ->
          type.parameters().getFirst().kind() == SimpleType.STRING.kind()
                  || type.parameters().getFirst().kind() == SimpleType.DYN.kind()
                  || type.parameters().getFirst().kind() == dev.cel.common.types.CelKind.TYPE_PARAM
              ? shape(type.parameters().get(1)).map(Shape.MapOf::new)
              : Optional.empty();
      case STRUCT -> Optional.ofNullable(objects.get(type.name()));
      default -> Optional.empty();
    };
  }

  /// The object behind the name of a struct, through optionals.
  Optional<Shape.ObjectOf> object(CelType type) {
    return type instanceof OptionalType
        ? object(type.parameters().getFirst())
        : Optional.ofNullable(objects.get(type.name()));
  }

  /// A message of CEL with our names of types.
  String words(String message) {
    String words = message.replace("double", "number").replaceAll("%[A-Z][0-9]+", "any");
    for (Map.Entry<String, Shape.ObjectOf> object : objects.entrySet()) {
      words = words.replaceAll("\\b" + object.getKey() + "\\b", "object");
    }
    return words;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(objects.get(name)).map(object -> struct(name, object));
  }

  private CelType struct(String name, Shape.ObjectOf object) {
    return StructType.create(
        name,
        ImmutableSet.copyOf(object.fields().keySet()),
        field -> Optional.ofNullable(object.fields().get(field)).map(this::type));
  }
}
