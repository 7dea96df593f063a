package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.document.Form;
import dev.cairn.core.expression.Term;
import dev.cairn.core.yaml.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The file of an environment, `envs/NAME.yaml` beside the stack: values of variables, and settings
/// of providers that win over the stack's.
record EnvironmentFile(Node.Mapping file, Reading reading) {
  private static final List<String> KEYS = List.of("variables", "providers");

  /// Empty where it cannot be read; that has been reported.
  static Optional<EnvironmentFile> find(Path stack, String env, Sources sources, Reading reading) {
    boolean name = env.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    Path path = stack.resolveSibling("envs").resolve(name ? env + ".yaml" : "none");
    if (!name || !Files.isRegularFile(path)) {
      reading
          .sink()
          .report(
              Diagnostic.error(
                      "CRN1047",
                      "there is no such environment",
                      "there is no file `envs/" + env + ".yaml` beside the stack")
                  .suggest("create it: `variables: {}` will do"));
      return Optional.empty();
    }
    return sources.mapping(path).map(file -> new EnvironmentFile(file, reading).checked());
  }

  private EnvironmentFile checked() {
    file.entries()
        .forEach((key, entry) -> {
          if (!KEYS.contains(key)) {
            reading.error(
                "CRN1201",
                "there is no such key",
                "`" + key + "` is no key of an environment's file",
                entry.key(),
                Nearest.to(key, KEYS)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("values of variables stand under `variables`"));
          } else if (!(entry.value() instanceof Node.Mapping)) {
            reading.error(
                "CRN1203",
                "a value has the wrong type",
                "expected a mapping, found " + entry.value().kind(),
                entry.value().range());
          }
        });
    return this;
  }

  private Optional<Node.Mapping> section(String key) {
    return file.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  Optional<Node.Mapping> variables() {
    return section("variables");
  }

  /// The stack's root with this environment's settings of providers.
  Module overlay(Module root) {
    SortedMap<String, Module.ProviderBlock> providers = new TreeMap<>(root.providers());
    section("providers")
        .ifPresent(section ->
            section
                .entries()
                .forEach((name, entry) -> {
                  if (entry.value() instanceof Node.Mapping written) {
                    overlaid(root.providers().get(name), name, written, entry.key())
                        .ifPresent(block -> providers.put(name, block));
                  } else {
                    reading.error(
                        "CRN1203",
                        "a value has the wrong type",
                        "expected a mapping, found " + entry.value().kind(),
                        entry.value().range());
                  }
                }));
    return new Module(
        root.file(),
        root.variables(),
        root.locals(),
        providers,
        root.lookups(),
        root.resources(),
        root.modules(),
        root.outputs());
  }

  private Optional<Module.ProviderBlock> overlaid(
      Module.@Nullable ProviderBlock below, String name, Node.Mapping written, SourceRange place) {
    ProviderReader reader = new ProviderReader(reading);
    if (below == null) {
      Node.Mapping meta = Structure.only(written, Structure.PROVIDER_META::contains);
      return reader.read(
          name, new Block(reading.typing().mapping(meta, Form.ANY), reading), written, place);
    }
    Term.Mapping own = reader.settings(below.provider(), written, place);
    Map<String, Term> fields = new LinkedHashMap<>(below.settings().fields());
    fields.putAll(own.fields());
    Map<String, SourceRange> keys = new LinkedHashMap<>(below.settings().keys());
    keys.putAll(own.keys());
    return Optional.of(
        new Module.ProviderBlock(
            below.provider(), new Term.Mapping(fields, keys, own.range()), place));
  }
}
