package dev.cairn.core.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.core.schema.SchemaNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates documents against JSON Schemas. Each schema is compiled once. Thread-safe.
///
/// Nothing is said of a place that holds an expression: what it yields is known later.
public final class Validator {
  private final Map<String, Schema> compiled = new HashMap<>();
  private @Nullable SchemaRegistry registry;

  /// Reports everything that is wrong.
  public void check(Subject subject, DiagnosticSink sink) {
    findings(subject).forEach(found -> sink.report(found.diagnostic()));
  }

  /// What of the values is wrong, with the path of each.
  List<AttributeFinding> findings(Subject subject) {
    Wording wording = new Wording(subject);
    List<Finding> findings =
        schema(subject).validate(JsonTree.of(subject.document())).stream()
            .map(error -> Finding.of(error, subject.document()))
            .toList();
    Set<AttributeFinding> worded = new LinkedHashSet<>();
    Choices.resolve(findings)
        .forEach(finding ->
            worded.add(new AttributeFinding(new Path(finding.instance()), wording.of(finding))));
    new Unavailable(found -> worded.add(new AttributeFinding(Path.ROOT, found)))
        .check(subject.document(), SchemaNode.of(subject.schema()));
    return List.copyOf(worded);
  }

  private synchronized Schema schema(Subject subject) {
    return compiled.computeIfAbsent(subject.key(), key -> compile(subject));
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
