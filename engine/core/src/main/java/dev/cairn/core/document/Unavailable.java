package dev.cairn.core.document;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import java.util.Optional;

/// Refuses the keys that a schema describes and this version cannot carry out: their
/// `x-unavailable` says what happens in their place. To accept and ignore them would be a lie.
/// Where to leave the key out would itself do harm, `x-instead` says what to do.
final class Unavailable {
  private static final String KEYWORD = "x-unavailable";
  private static final String INSTEAD = "x-instead";
  private final DiagnosticSink sink;

  Unavailable(DiagnosticSink sink) {
    this.sink = sink;
  }

  void check(Term term, SchemaNode schema) {
    for (SchemaNode form : schema.forms()) {
      switch (term) {
        case Term.Mapping mapping -> mapping(mapping, form);
        case Term.Sequence sequence ->
            form.items().ifPresent(each -> sequence.items().forEach(item -> check(item, each)));
        case Term.Literal ignored -> {}
        case Term.Computed ignored -> {}
        case Term.Mixed ignored -> {}
      }
    }
  }

  private void mapping(Term.Mapping mapping, SchemaNode form) {
    mapping
        .fields()
        .forEach((key, value) -> {
          Optional<SchemaNode> schema =
              Optional.ofNullable(form.properties().get(key)).or(form::additional);
          if (schema.isPresent()) {
            Optional<String> instead = schema.get().text(KEYWORD);
            instead.ifPresent(text ->
                refuse(
                    key,
                    text,
                    schema.get().text(INSTEAD).orElse("leave it out"),
                    mapping.keys().getOrDefault(key, value.range())));
            check(value, schema.get());
          }
        });
  }

  private void refuse(String key, String instead, String hint, SourceRange place) {
    sink.report(
        Diagnostic.error(
                "CRN1027",
                "this is not available in this version",
                "`" + key + "` cannot be carried out yet: " + instead)
            .at(place)
            .suggest(hint));
  }
}
