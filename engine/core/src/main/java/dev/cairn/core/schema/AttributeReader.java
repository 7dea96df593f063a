package dev.cairn.core.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.value.Shape;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the attributes of a type from the properties of its schema.
final class AttributeReader {
  private AttributeReader() {}

  static SortedMap<String, Attribute> read(SchemaNode object) {
    List<String> required = object.texts("required");
    SortedMap<String, Attribute> attributes = new TreeMap<>();
    object
        .properties()
        .forEach(
            (name, property) -> attributes.put(name, attribute(property, required.contains(name))));
    return attributes;
  }

  private static Attribute attribute(SchemaNode schema, boolean required) {
    Shape shape = Shapes.of(schema);
    Set<Trait> traits = traits(schema, required);
    return new Attribute(
        shape,
        compare(schema, shape),
        traits,
        schema.text("x-phase").map(text -> Words.value(Phase.class, text)).orElse(Phase.CREATE),
        impact(schema, traits),
        removal(schema),
        refersTo(schema).map(TypeName::parse).orElse(null),
        targets(schema),
        shape instanceof Shape.ObjectOf ? read(normal(schema)) : Collections.emptySortedMap(),
        schema.text("description").orElse(""));
  }

  private static SchemaNode normal(SchemaNode schema) {
    return schema.forms().getFirst();
  }

  private static Set<Trait> traits(SchemaNode schema, boolean required) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (required) {
      traits.add(Trait.REQUIRED);
    }
    if (schema.flag("readOnly")) {
      traits.add(Trait.COMPUTED);
      traits.add(Trait.READ_ONLY);
    }
    if (schema.flag("x-computed")) {
      traits.add(Trait.COMPUTED);
    }
    if (schema.flag("x-volatile")) {
      traits.add(Trait.COMPUTED);
      traits.add(Trait.VOLATILE);
    }
    if (schema.flag("x-immutable")) {
      traits.add(Trait.IMMUTABLE);
    }
    if (schema.flag("x-sensitive")) {
      traits.add(Trait.SENSITIVE);
    }
    if (schema.flag("writeOnly")) {
      traits.add(Trait.WRITE_ONLY);
    }
    return traits;
  }

  private static Compare compare(SchemaNode schema, Shape shape) {
    return schema
        .text("x-compare")
        .map(text -> Words.value(Compare.class, text))
        .orElse(
            shape instanceof Shape.ListOf list && list.set() ? Compare.UNORDERED : Compare.STRICT);
  }

  private static Impact impact(SchemaNode schema, Set<Trait> traits) {
    return schema
        .text("x-impact")
        .map(text -> Words.value(Impact.class, text))
        .orElse(traits.contains(Trait.IMMUTABLE) ? Impact.REPLACE : Impact.IN_PLACE);
  }

  /// @throws IllegalArgumentException where it says two things
  private static Removal removal(SchemaNode schema) {
    List<Removal> said =
        Stream.of(
                schema.keywords().get("default").<Removal>map(Removal.To::new),
                schema
                    .text("x-default")
                    .<Removal>map(words -> new Removal.Unset(words, schema.flag("x-anew"))),
                schema.text("x-released").<Removal>map(Removal.Released::new))
            .flatMap(Optional::stream)
            .toList();
    if (said.size() > 1) {
      throw new IllegalArgumentException(
          "only one of default, x-default and x-released says what a removal means");
    }
    return said.isEmpty() ? new Removal.Never() : said.getFirst();
  }

  /// The types that the schema refers to, in whatever form and however deep.
  private static SortedSet<TypeName> targets(SchemaNode schema) {
    SortedSet<TypeName> targets = new TreeSet<>();
    for (SchemaNode form : schema.forms()) {
      Stream.of("x-refersTo", "x-reference")
          .flatMap(
              keyword -> Stream.concat(schema.text(keyword).stream(), form.text(keyword).stream()))
          .map(TypeName::parse)
          .forEach(targets::add);
      form.items().ifPresent(items -> targets.addAll(targets(items)));
      form.properties().values().forEach(property -> targets.addAll(targets(property)));
    }
    return targets;
  }

  private static Optional<String> refersTo(SchemaNode schema) {
    return schema
        .text("x-refersTo")
        .or(() -> schema.items().flatMap(items -> items.text("x-refersTo")));
  }
}
