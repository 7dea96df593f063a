package dev.cairn.core.stack;

import dev.cairn.core.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The part of a stack file that is the same for all resource types: what the type's own schema
/// describes is cut out.
final class Structure {
  /// The keys of a resource that are no attributes.
  static final Set<String> META =
      Set.of(
          "type",
          "provider",
          "region",
          "forEach",
          "when",
          "spread",
          "dependsOn",
          "adoptBy",
          "timeouts",
          "lifecycle",
          "compare");

  /// The keys of a lookup that are no arguments.
  static final Set<String> LOOKUP_META = Set.of("type", "provider");

  /// The keys of a provider's instance that are no settings.
  static final Set<String> PROVIDER_META = Set.of("type");

  private static final Map<String, Predicate<String>> KEPT =
      Map.of(
          "providers",
          PROVIDER_META::contains,
          "resources",
          META::contains,
          "lookups",
          LOOKUP_META::contains,
          "variables",
          key -> !key.equals("default"),
          "modules",
          key -> !key.equals("with"));

  private Structure() {}

  static Node.Mapping of(Node.Mapping file) {
    Map<String, Node.Entry> sections = new LinkedHashMap<>();
    file.entries()
        .forEach((name, entry) -> {
          Predicate<String> kept = KEPT.get(name);
          sections.put(
              name,
              kept != null && entry.value() instanceof Node.Mapping section
                  ? new Node.Entry(entry.key(), each(section, kept))
                  : entry);
        });
    return new Node.Mapping(sections, file.range());
  }

  private static Node.Mapping each(Node.Mapping section, Predicate<String> kept) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    section
        .entries()
        .forEach((name, entry) ->
            entries.put(
                name,
                entry.value() instanceof Node.Mapping inner
                    ? new Node.Entry(entry.key(), only(inner, kept))
                    : entry));
    return new Node.Mapping(entries, section.range());
  }

  /// The entries whose key passes.
  static Node.Mapping only(Node.Mapping mapping, Predicate<String> kept) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (kept.test(key)) {
            entries.put(key, entry);
          }
        });
    return new Node.Mapping(entries, mapping.range());
  }
}
