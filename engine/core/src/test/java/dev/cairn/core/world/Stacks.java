package dev.cairn.core.world;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Expressions;
import dev.cairn.core.expression.Term;
import dev.cairn.core.stack.Module;
import dev.cairn.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes stacks of things.
public final class Stacks {
  private static final SourceRange HERE = new SourceRange("stack.yaml", 1, 1, 1, 2);

  private final SortedMap<String, Module.Resource> resources = new TreeMap<>();
  private final SortedMap<Path, Compare> modes = new TreeMap<>();

  /// Adds a thing.
  ///
  /// @param attributes values; text that begins with `$` is a reference
  public Stacks thing(String name, Map<String, Object> attributes) {
    Map<String, Term> terms = new LinkedHashMap<>();
    Map<String, SourceRange> places = new LinkedHashMap<>();
    terms.put("name", new Term.Literal(Value.text(name), HERE));
    places.put("name", HERE);
    attributes.forEach((key, value) -> {
      terms.put(key, term(value));
      places.put(key, HERE);
    });
    resources.put(
        name,
        new Module.Resource(
            ThingType.NAME,
            "world",
            null,
            null,
            null,
            List.of(),
            new Term.Mapping(terms, places, HERE),
            new Module.Rules(false, false, null, null, List.of()),
            modes,
            null,
            ThingType.TIMEOUTS,
            HERE));
    return this;
  }

  /// How every thing is compared from here on.
  public Stacks comparing(String path, Compare mode) {
    modes.put(Path.parse(path), mode);
    return this;
  }

  private static Term term(Object value) {
    if (value instanceof Integer number) {
      return new Term.Literal(new Value.Whole(number), HERE);
    }
    String text = value.toString();
    return text.startsWith("$")
        ? new Term.Computed(Expressions.parse(text.substring(1), HERE), HERE)
        : new Term.Literal(Value.text(text), HERE);
  }

  public Stack stack() {
    Module root =
        new Module(
            "stack.yaml",
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            resources,
            new TreeMap<>(),
            new TreeMap<>());
    return new Stack("demo", root, Value.Fields.EMPTY, List.of("stack.yaml"));
  }
}
