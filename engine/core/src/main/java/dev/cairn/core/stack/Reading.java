package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.core.document.Subject;
import dev.cairn.core.document.TypeFindings;
import dev.cairn.core.document.Typing;
import dev.cairn.core.document.Validator;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the readers of one load share.
record Reading(
    Catalog catalog, SchemaFiles schemas, Validator validator, Typing typing, DiagnosticSink sink) {
  private static final Set<String> MISSHAPEN = Set.of("CRN1201", "CRN1203", "CRN1209");

  static Reading with(Catalog catalog, DiagnosticSink sink) {
    return new Reading(catalog, SchemaFiles.bundled(), new Validator(), new Typing(sink), sink);
  }

  void validate(Subject subject) {
    validator.check(subject, sink);
  }

  /// Validates attributes, by their schema and by what only the type's code can find. The code
  /// counts on values of the right types.
  void validate(Subject subject, ResourceType type) {
    List<Diagnostic> found = new ArrayList<>();
    validator.check(subject, found::add);
    found.forEach(sink::report);
    if (found.stream().noneMatch(finding -> MISSHAPEN.contains(finding.code()))) {
      TypeFindings.literal(type, subject.document(), subject.name()).forEach(sink::report);
    }
  }

  void error(String code, String summary, String detail, SourceRange place, String... suggestions) {
    sink.report(Diagnostic.error(code, summary, detail).at(place).suggest(suggestions));
  }
}
