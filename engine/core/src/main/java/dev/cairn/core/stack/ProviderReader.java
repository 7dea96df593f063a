package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.document.Subject;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import dev.cairn.core.yaml.Node;
import java.util.Optional;

/// Reads one entry of `providers`: its settings are typed and validated by the provider's schema.
record ProviderReader(Reading reading) {
  Optional<Module.ProviderBlock> read(
      String name, Block block, Node.Mapping written, SourceRange place) {
    String provider = block.text("type").orElse(name);
    if (!new TypeNames(reading).provider(provider, block, "type")) {
      return Optional.empty();
    }
    return Optional.of(
        new Module.ProviderBlock(provider, settings(provider, written, place), place));
  }

  /// The settings of an instance of a provider.
  Term.Mapping settings(String provider, Node.Mapping written, SourceRange place) {
    Node.Mapping own = Structure.only(written, key -> !Structure.PROVIDER_META.contains(key));
    Optional<Value.Fields> schema = reading.schemas().provider(provider);
    Term.Mapping settings =
        reading.typing().mapping(own, schema.map(SchemaNode::of).map(Form::of).orElse(Form.ANY));
    schema.ifPresent(document ->
        reading.validate(
            new Subject(
                "provider " + provider,
                "the settings of `" + provider + "`",
                document,
                settings,
                place)));
    return settings;
  }
}
