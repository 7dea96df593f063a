package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.expression.Term;
import java.util.Set;

/// Reads one entry of `outputs`: a value, or a mapping with `value`.
record OutputReader(Reading reading) {
  private static final Set<String> KEYS = Set.of("value", "sensitive", "description");

  Module.Output read(Term term, SourceRange name) {
    if (!(term instanceof Term.Mapping mapping) || !mapping.fields().containsKey("value")) {
      return new Module.Output(term, false, "", name);
    }
    Block block = new Block(mapping, reading);
    mapping
        .keys()
        .forEach((key, place) -> {
          if (!KEYS.contains(key)) {
            reading.error(
                "CRN1201",
                "there is no such key",
                "`" + key + "` is no key of an output",
                place,
                Nearest.suggestion(key, KEYS.stream().sorted().toList()));
          }
        });
    return new Module.Output(
        block.require("value"),
        block.flag("sensitive"),
        block.text("description").orElse(""),
        name);
  }
}
