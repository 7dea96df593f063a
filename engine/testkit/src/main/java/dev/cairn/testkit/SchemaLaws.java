package dev.cairn.testkit;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// What must hold of every type's schema, whatever the type. Findings are sentences.
final class SchemaLaws {
  private final TypeSchema schema;
  private final Set<TypeName> known;
  private final List<String> findings = new ArrayList<>();

  private SchemaLaws(TypeSchema schema, Set<TypeName> known) {
    this.schema = schema;
    this.known = known;
  }

  /// @param known every type that a stack can have
  static List<String> findings(TypeSchema schema, Set<TypeName> known) {
    SchemaLaws laws = new SchemaLaws(schema, known);
    laws.id();
    laws.attributes(schema.attributes(), Path.ROOT, true);
    laws.keys();
    laws.home();
    laws.example();
    return laws.findings;
  }

  private void id() {
    Attribute id = schema.attributes().get("id");
    require(id != null && id.is(Trait.READ_ONLY), "it has no attribute id that is readOnly");
    require(!schema.doc().isBlank(), "it has no description");
  }

  private void attributes(SortedMap<String, Attribute> attributes, Path above, boolean always) {
    attributes.forEach((name, attribute) -> {
      Path path = above.then(name);
      boolean required = always && attribute.is(Trait.REQUIRED);
      attribute(path, attribute);
      removal(path, attribute, required);
      attributes(attribute.nested(), path, required);
    });
  }

  private void attribute(Path path, Attribute attribute) {
    require(!attribute.doc().isBlank(), path + " has no description");
    require(
        !attribute.is(Trait.READ_ONLY) || !attribute.is(Trait.REQUIRED),
        path + " is required and cannot be set");
    require(suits(attribute), path + " cannot be compared as " + attribute.compare());
    TypeName refersTo = attribute.refersTo();
    require(refersTo == null || known.contains(refersTo), path + " refers to no type: " + refersTo);
    require(
        !(attribute.shape() instanceof Shape.RefTo(TypeName type)) || known.contains(type),
        path + " takes a resource of no type");
    require(
        !(attribute.removal() instanceof Removal.To(Value standard))
            || fits(standard, attribute.shape()),
        path + " has a default of another type");
  }

  /// @param required whether it is always set
  private void removal(Path path, Attribute attribute, boolean required) {
    boolean says = !(attribute.removal() instanceof Removal.Never);
    boolean removable = attribute.settable() && !required && attribute.nested().isEmpty();
    require(
        says || !removable,
        path + " says with none of default, x-default and x-released what its removal means");
    require(removable || !says, path + " says what its removal means and cannot be removed");
  }

  private static boolean suits(Attribute attribute) {
    Shape shape = attribute.shape();
    return switch (attribute.compare()) {
      case OWNED_KEYS -> shape instanceof Shape.MapOf;
      case UNORDERED -> shape instanceof Shape.ListOf;
      case SUPERSET -> shape instanceof Shape.ListOf || shape instanceof Shape.MapOf;
      case STRICT, IGNORE, INITIAL -> true;
    };
  }

  private void keys() {
    schema
        .exclusive()
        .forEach(exclusive -> {
          require(!exclusive.key().isEmpty(), "an exclusive key has no attributes");
          exclusive.key().forEach(this::exists);
          exclusive.within().forEach(this::exists);
        });
    if (schema.identity() instanceof Identity.Natural(List<Path> key)) {
      require(!key.isEmpty(), "its natural key has no attributes");
      key.forEach(this::exists);
    }
  }

  private void exists(Path path) {
    require(schema.at(path).isPresent(), "a key names an attribute that is not there: " + path);
  }

  private void home() {
    boolean hosted =
        schema.attributes().values().stream()
            .anyMatch(attribute -> attribute.shape() instanceof Shape.RefTo);
    require(schema.home() != Home.HOST || hosted, "it lives on a host and takes none");
  }

  private void example() {
    require(schema.example().has("id"), "its example has no id");
    schema
        .attributes()
        .forEach((name, attribute) ->
            require(
                !attribute.is(Trait.REQUIRED)
                    || attribute.shape() instanceof Shape.RefTo
                    || schema.example().has(name),
                "its example lacks " + name + ", which is required"));
    schema
        .example()
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          require(attribute != null, "its example has " + name + ", which is no attribute");
        });
  }

  private static boolean fits(Value value, Shape shape) {
    return switch (shape) {
      case Shape.ListOf ignored -> value instanceof Value.Items;
      case Shape.MapOf ignored -> value instanceof Value.Fields;
      case Shape.ObjectOf ignored -> value instanceof Value.Fields;
      case Shape.RefTo ignored -> false;
      case Shape.Scalar scalar ->
          switch (scalar) {
            case STRING -> value instanceof Value.Text;
            case BOOL -> value instanceof Value.Flag;
            case INT -> value instanceof Value.Whole;
            case NUMBER -> value instanceof Value.Whole || value instanceof Value.Decimal;
            case ANY -> true;
          };
    };
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      findings.add(schema.type() + ": " + otherwise);
    }
  }
}
