package dev.cairn.core.plan;

import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/// Carries the marks of secrets over to what was observed: a provider reports values without them.
final class Marks {
  private Marks() {}

  /// What was observed, marked wherever `guide` is: the value at a marked path, and the whole list
  /// that holds a marked element.
  static Value.Fields like(Value.Fields guide, Value.Fields observed) {
    if (!guide.sensitive()) {
      return observed;
    }
    SortedMap<String, Value> marked = new TreeMap<>(observed.fields());
    guide
        .fields()
        .forEach((name, value) -> marked.computeIfPresent(name, (_, there) -> like(value, there)));
    return new Value.Fields(marked);
  }

  private static Value like(Value guide, Value there) {
    if (!guide.sensitive()) {
      return there;
    }
    return guide instanceof Value.Fields inner && there instanceof Value.Fields fields
        ? like(inner, fields)
        : marked(there);
  }

  /// What was observed, marked wherever the schema says that an attribute is secret.
  static Value.Fields by(SortedMap<String, Attribute> schema, Value.Fields observed) {
    SortedMap<String, Value> marked = new TreeMap<>(observed.fields());
    schema.forEach((name, attribute) ->
        marked.computeIfPresent(
            name,
            (_, there) ->
                attribute.is(Trait.SENSITIVE)
                    ? marked(there)
                    : there instanceof Value.Fields fields
                        ? by(attribute.nested(), fields)
                        : there));
    return new Value.Fields(marked);
  }

  /// Marked whole; where marks are inside already, as in a record, each element on its own, so that
  /// what was sealed stays.
  private static Value marked(Value value) {
    return switch (value) {
      case Value.Sensitive already -> already;
      case Value.Items list when list.sensitive() ->
          new Value.Items(list.items().stream().map(Marks::marked).toList());
      case Value.Fields map when map.sensitive() -> {
        SortedMap<String, Value> marked = new TreeMap<>(map.fields());
        marked.replaceAll((_, field) -> marked(field));
        yield new Value.Fields(marked);
      }
      case Value clear -> new Value.Sensitive(clear, null);
    };
  }
}
