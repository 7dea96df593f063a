package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Checker;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Reference;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.TypeEnvironment;
import dev.cairn.core.schema.SchemaNode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Checks the expressions of a file against the schemas: that the names exist and the types fit.
final class StaticCheck {
  private final Reading reading;
  private final Module module;
  private final TypeScope file;

  StaticCheck(Reading reading, Module module, Set<String> declared) {
    this.reading = reading;
    this.module = module;
    this.file = new TypeScope(module, reading.catalog(), declared);
  }

  void run() {
    module.variables().values().forEach(this::variable);
    module.locals().values().forEach(term -> check(term, Shape.Scalar.ANY, file));
    module.providers().values().forEach(this::provider);
    module
        .lookups()
        .values()
        .forEach(lookup ->
            attributes(lookup.arguments(), reading.schemas().lookup(lookup.type()), file));
    module.resources().values().forEach(this::resource);
    module.modules().values().forEach(this::call);
    module.outputs().values().forEach(output -> check(output.value(), Shape.Scalar.ANY, file));
  }

  private void provider(Module.ProviderBlock block) {
    Optional<Value.Fields> schema = reading.schemas().provider(block.provider());
    if (schema.isPresent()) {
      attributes(block.settings(), schema, file);
    } else {
      check(block.settings(), Shape.Scalar.ANY, file);
    }
  }

  private void variable(Module.Variable variable) {
    if (variable.check() != null) {
      Checker.check(variable.check(), Shape.Scalar.BOOL, new ValueScope(file, variable.shape()))
          .forEach(reading.sink()::report);
    }
  }

  private void resource(Module.Resource resource) {
    TypeEnvironment scope = repeated(resource.forEach());
    attributes(resource.attributes(), reading.schemas().type(resource.type()), scope);
    check(resource.when(), Shape.Scalar.BOOL, scope);
    check(resource.region(), Shape.Scalar.STRING, scope);
    check(resource.adoptBy(), new Shape.MapOf(Shape.Scalar.STRING), scope);
    for (Expression expression : resource.lifecycle().replaceOn()) {
      Checker.check(expression, Shape.Scalar.ANY, scope).forEach(reading.sink()::report);
    }
  }

  private void call(Module.Call call) {
    TypeEnvironment scope = repeated(call.forEach());
    SortedMap<String, Shape> shapes = new TreeMap<>();
    call.body().variables().forEach((name, variable) -> shapes.put(name, variable.shape()));
    call.with()
        .fields()
        .forEach((name, term) -> {
          Shape shape = shapes.getOrDefault(name, Shape.Scalar.ANY);
          new Fit(reading, name, shape).check(term);
          check(term, shape, scope);
        });
    check(call.when(), Shape.Scalar.BOOL, scope);
  }

  private void check(@Nullable Term term, Shape expected, TypeEnvironment scope) {
    if (term != null) {
      Checker.check(term, expected, scope).forEach(reading.sink()::report);
    }
  }

  /// The scope inside of a `forEach`, which is checked itself.
  private TypeEnvironment repeated(@Nullable Term forEach) {
    if (forEach == null) {
      return file;
    }
    Optional<Shape> instances = instances(forEach);
    if (instances.isPresent()) {
      return EachScope.over(instances.get(), file);
    }
    check(forEach, Shape.Scalar.ANY, file);
    Shape collection = Checker.shapeOf(forEach, file);
    if (!goesThrough(collection)) {
      reading.error(
          "CRN1037",
          "`forEach` cannot go through this",
          "expected a map, a set or a list of strings, found " + collection,
          forEach.range());
    }
    return EachScope.over(collection, file);
  }

  /// The instances of a resource with `forEach` that is named as a whole.
  private Optional<Shape> instances(Term forEach) {
    return forEach instanceof Term.Computed(Expression expression, SourceRange ignored)
        ? expression
            .reference()
            .filter(reference -> reference.keys().isEmpty())
            .map(Reference::root)
            .filter(root ->
                module.resources().containsKey(root)
                    && module.resources().get(root).forEach() != null)
            .map(root -> new Shape.MapOf(Shape.Scalar.ANY))
        : Optional.empty();
  }

  private static boolean goesThrough(Shape collection) {
    return switch (collection) {
      case Shape.MapOf ignored -> true;
      case Shape.ObjectOf ignored -> true;
      case Shape.ListOf(Shape element, boolean ignored) ->
          element == Shape.Scalar.STRING || element == Shape.Scalar.ANY;
      case Shape.Scalar scalar -> scalar == Shape.Scalar.ANY;
      case Shape.RefTo ignored -> false;
    };
  }

  private void attributes(
      Term.Mapping attributes, Optional<Value.Fields> schema, TypeEnvironment scope) {
    schema.ifPresent(
        document -> new AttributeCheck(reading, scope).check(attributes, SchemaNode.of(document)));
  }

  /// The scope of a variable's check.
  private record ValueScope(TypeEnvironment file, Shape value) implements TypeEnvironment {
    @Override
    public Optional<Shape> root(String name) {
      return switch (name) {
        case "value" -> Optional.of(value);
        case "vars" -> file.root(name);
        default -> Optional.empty();
      };
    }
  }
}
