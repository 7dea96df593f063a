package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import dev.cairn.core.time.Durations;
import dev.cairn.core.yaml.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Reads one entry of `resources`: the keys that all resources have, and the attributes of its
/// type, which are typed and validated by the type's schema.
record ResourceReader(Reading reading) {
  /// Empty where its type is not known.
  Optional<Module.Resource> read(Block block, Node.Mapping written, SourceRange name) {
    Optional<TypeName> type = new TypeNames(reading).resource(block);
    Optional<TypeSchema> schema = type.flatMap(reading.catalog()::schema);
    Optional<Value.Fields> document = type.flatMap(reading.schemas()::type);
    if (schema.isEmpty() || document.isEmpty()) {
      return Optional.empty();
    }
    if (block.get("region").isPresent() && schema.get().home() != Home.PROVIDER) {
      reading.error(
          "CRN1201",
          "there is no such key",
          "a `" + schema.get().type() + "` has no region: it is where its host is",
          block.key("region"),
          "leave it out");
    }
    Term.Mapping attributes = attributes(schema.get(), document.get(), written, name);
    return Optional.of(
        new Module.Resource(
            schema.get().type(),
            block.text("provider").orElse(schema.get().type().provider()),
            block.orNull("region"),
            block.orNull("forEach"),
            block.orNull("when"),
            new Dependencies(reading).read(block),
            attributes,
            new LifecycleReader(reading).read(block.block("lifecycle")),
            new CompareReader(reading).read(block.block("compare"), schema.get()),
            block.orNull("adoptBy") == null ? null : block.block("adoptBy").block("tags").mapping(),
            timeouts(block.block("timeouts"), schema.get().timeouts()),
            name));
  }

  private Term.Mapping attributes(
      TypeSchema schema, Value.Fields document, Node.Mapping written, SourceRange name) {
    Node.Mapping own = Structure.only(written, key -> !Structure.META.contains(key));
    Term.Mapping attributes = reading.typing().mapping(own, Form.of(SchemaNode.of(document)));
    reading.validate(schema.type(), settable(attributes, schema.attributes()), name);
    return attributes;
  }

  /// What is left when attributes that only the provider sets are refused.
  private Term.Mapping settable(Term.Mapping written, Map<String, Attribute> known) {
    written
        .keys()
        .forEach((key, place) -> {
          Attribute attribute = known.get(key);
          if (attribute != null && !attribute.settable()) {
            reading.error(
                "CRN1206",
                "a key is set by the provider",
                "`" + key + "` can be read in expressions, not set",
                place,
                "leave it out");
          } else if (attribute != null
              && written.fields().get(key) instanceof Term.Mapping inner
              && !attribute.nested().isEmpty()) {
            settable(inner, attribute.nested());
          }
        });
    return written;
  }

  private static Timeouts timeouts(Block block, Timeouts normal) {
    return new Timeouts(
        duration(block, "create").orElse(normal.create()),
        duration(block, "update").orElse(normal.update()),
        duration(block, "delete").orElse(normal.delete()));
  }

  private static Optional<Duration> duration(Block block, String key) {
    return block.text(key).flatMap(Durations::parse);
  }
}
