package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.document.Form;
import dev.cairn.core.expression.Term;
import dev.cairn.core.yaml.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one entry of `modules`: the module's file, and the values of its variables.
record CallReader(Reading reading, Modules modules) {
  /// Empty where the module cannot be read.
  Optional<Module.Call> read(Block block, Node.Mapping written, SourceRange name, Path from) {
    Optional<Module> body =
        block.text("source").flatMap(source -> modules.load(source, from, block.place("source")));
    if (body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Module.Call(
            body.get(),
            arguments(body.get(), written, name),
            block.orNull("forEach"),
            block.orNull("when"),
            new Dependencies(reading).read(block),
            providers(block.block("providers")),
            name));
  }

  private static SortedMap<String, String> providers(Block block) {
    SortedMap<String, String> names = new TreeMap<>();
    block
        .mapping()
        .fields()
        .keySet()
        .forEach(inner -> block.text(inner).ifPresent(outer -> names.put(inner, outer)));
    return names;
  }

  private Term.Mapping arguments(Module body, Node.Mapping written, SourceRange name) {
    Map<String, Term> fields = new LinkedHashMap<>();
    Map<String, SourceRange> keys = new LinkedHashMap<>();
    Node.Entry with = written.entries().get("with");
    SourceRange place = with == null ? name : with.key();
    if (with != null) {
      given(with.value())
          .forEach((key, entry) -> {
            Module.Variable variable = body.variables().get(key);
            if (variable == null) {
              unknown(key, entry.key(), body);
            } else {
              fields.put(key, reading.typing().term(entry.value(), Form.of(variable.shape())));
              keys.put(key, entry.key());
            }
          });
    }
    missing(body, fields, place);
    return new Term.Mapping(fields, keys, place);
  }

  private Map<String, Node.Entry> given(Node with) {
    if (with instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    reading.error(
        "CRN1203",
        "a value has the wrong type",
        "expected a mapping, found " + with.kind(),
        with.range());
    return Map.of();
  }

  private void unknown(String key, SourceRange place, Module body) {
    reading.error(
        "CRN1043",
        "a module has no such variable",
        "`" + key + "` is no variable of " + body.file(),
        place,
        Nearest.suggestion(key, body.variables().keySet()));
  }

  private void missing(Module body, Map<String, Term> given, SourceRange place) {
    body.variables()
        .forEach((variable, declared) -> {
          if (declared.fallback() == null && !given.containsKey(variable)) {
            reading.error(
                "CRN1032",
                "a variable has no value",
                "`" + variable + "` of " + body.file() + " has no default",
                place,
                "set `with: { " + variable + ": … }`");
          }
        });
  }
}
