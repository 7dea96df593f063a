package dev.cairn.core.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.core.schema.SchemaNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Validates documents against JSON Schemas. Each schema is compiled once. Not thread-safe.
///
/// Nothing is said of a place that holds an expression: what it yields is known later.
public final class Validator {
  private final Map<String, Schema> compiled = new HashMap<>();
  private @Nullable SchemaRegistry registry;

  /// Reports everything that is wrong.
  public void check(Subject subject, DiagnosticSink sink) {
    Wording wording = new Wording(subject);
    Schema schema = compiled.computeIfAbsent(subject.key(), key -> compile(subject));
    List<Finding> findings =
        schema.validate(JsonTree.of(subject.document())).stream()
            .map(error -> Finding.of(error, subject.document()))
            .toList();
    Choices.resolve(findings).stream().map(wording::of).distinct().forEach(sink::report);
    new Unavailable(sink).check(subject.document(), SchemaNode.of(subject.schema()));
  }

  private Schema compile(Subject subject) {
    SchemaRegistry used = registry;
    if (used == null) {
      used = Vocabulary.registry();
      registry = used;
    }
    return used.getSchema(JsonTree.of(subject.schema()));
  }
}
