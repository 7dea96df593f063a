package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.value.Shape;
import dev.cairn.core.expression.Checker;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.TypeEnvironment;
import dev.cairn.core.schema.Catalog;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The types of the names in a file: variables as declared, resources and lookups from their
/// schemas, locals and the outputs of modules as inferred.
final class TypeScope implements TypeEnvironment {
  private final Module module;
  private final Catalog catalog;
  private final Set<String> declared;
  private final SortedMap<String, Shape> known = new TreeMap<>();
  private final LocalTypes locals;

  /// @param declared names that stand in the file, also of what could not be read
  TypeScope(Module module, Catalog catalog, Set<String> declared) {
    this.module = module;
    this.catalog = catalog;
    this.declared = declared;
    this.locals = new LocalTypes(module.locals(), this);
  }

  @Override
  public Optional<Shape> root(String name) {
    return switch (name) {
      case "vars" -> Optional.of(variables());
      case "locals" -> Optional.of(locals.shape());
      case "each" -> Optional.empty();
      default -> {
        Shape shape = known.get(name);
        if (shape == null) {
          shape = named(name);
          if (shape != null) {
            known.put(name, shape);
          }
        }
        yield Optional.ofNullable(shape);
      }
    };
  }

  @Override
  public Optional<TypeName> resource(String name) {
    return Optional.ofNullable(module.resources().get(name)).map(Module.Resource::type);
  }

  @Override
  public SortedSet<String> roots() {
    SortedSet<String> roots = new TreeSet<>(declared);
    roots.addAll(module.resources().keySet());
    roots.addAll(module.lookups().keySet());
    roots.addAll(module.modules().keySet());
    roots.add("vars");
    roots.add("locals");
    return roots;
  }

  private Shape variables() {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    module.variables().forEach((name, variable) -> shapes.put(name, variable.shape()));
    return new Shape.ObjectOf(shapes, Set.of());
  }

  private @Nullable Shape named(String name) {
    Module.Resource resource = module.resources().get(name);
    if (resource != null) {
      return repeated(
          resource.forEach(),
          catalog
              .schema(resource.type())
              .map(s -> object(s.attributes()))
              .orElse(Shape.Scalar.ANY));
    }
    Module.Lookup lookup = module.lookups().get(name);
    if (lookup != null) {
      return catalog
          .lookup(lookup.type())
          .map(s -> object(s.attributes()))
          .orElse(Shape.Scalar.ANY);
    }
    Module.Call call = module.modules().get(name);
    if (call != null) {
      return repeated(call.forEach(), outputs(call.body()));
    }
    return declared.contains(name) ? Shape.Scalar.ANY : null;
  }

  private static Shape repeated(@Nullable Term forEach, Shape one) {
    return forEach == null ? one : new Shape.MapOf(one);
  }

  private static Shape object(SortedMap<String, Attribute> attributes) {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    Set<String> optional = new TreeSet<>();
    attributes.forEach((name, attribute) -> {
      shapes.put(name, attribute.shape());
      if (!attribute.is(Trait.REQUIRED) && !attribute.is(Trait.COMPUTED)) {
        optional.add(name);
      }
    });
    return new Shape.ObjectOf(shapes, optional);
  }

  private Shape outputs(Module body) {
    TypeScope inner = new TypeScope(body, catalog, Set.of());
    SortedMap<String, Shape> shapes = new TreeMap<>();
    body.outputs()
        .forEach((name, output) -> shapes.put(name, Checker.shapeOf(output.value(), inner)));
    return new Shape.ObjectOf(shapes, Set.of());
  }
}
