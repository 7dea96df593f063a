package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.Term;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads one entry of `providers`.
record ProviderReader(Reading reading) {
  Optional<Module.ProviderBlock> read(String name, Block block, SourceRange place) {
    String provider = block.text("type").orElse(name);
    if (!new TypeNames(reading).provider(provider, block, "type")) {
      return Optional.empty();
    }
    return Optional.of(new Module.ProviderBlock(provider, without(block.mapping(), "type"), place));
  }

  private static Term.Mapping without(Term.Mapping mapping, String key) {
    Map<String, Term> fields = new LinkedHashMap<>(mapping.fields());
    fields.remove(key);
    return new Term.Mapping(fields, mapping.keys(), mapping.range());
  }
}
