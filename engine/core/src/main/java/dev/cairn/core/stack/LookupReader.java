package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.document.Subject;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import dev.cairn.core.yaml.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `lookups`: its arguments are typed and validated by its schema.
record LookupReader(Reading reading) {
  /// Empty where its type is not known.
  Optional<Module.Lookup> read(Block block, Node.Mapping written, SourceRange name) {
    Optional<TypeName> type = new TypeNames(reading).lookup(block);
    Optional<TypeSchema> schema = type.flatMap(reading.catalog()::lookup);
    Optional<Value.Fields> document = type.flatMap(reading.schemas()::lookup);
    if (schema.isEmpty() || document.isEmpty()) {
      return Optional.empty();
    }
    Node.Mapping own = Structure.only(written, key -> !Structure.LOOKUP_META.contains(key));
    Term.Mapping arguments = reading.typing().mapping(own, Form.of(SchemaNode.of(document.get())));
    String what = "`" + schema.get().type() + "`";
    reading.validate(new Subject("lookup " + what, what, document.get(), arguments, name));
    arguments
        .keys()
        .forEach((key, place) -> refuseOutput(schema.get().attributes().get(key), key, place));
    return Optional.of(
        new Module.Lookup(
            schema.get().type(),
            block.text("provider").orElse(schema.get().type().provider()),
            arguments,
            name));
  }

  private void refuseOutput(@Nullable Attribute attribute, String key, SourceRange place) {
    if (attribute != null && !attribute.settable()) {
      reading.error(
          "CRN1206",
          "a key is set by the provider",
          "`" + key + "` is an answer, not an argument",
          place,
          "leave it out");
    }
  }
}
