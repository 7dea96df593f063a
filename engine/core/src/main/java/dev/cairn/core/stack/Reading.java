package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.document.AttributeValidation;
import dev.cairn.core.document.Subject;
import dev.cairn.core.document.Typing;
import dev.cairn.core.document.Validator;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.SchemaFiles;

/// What the readers of one load share.
record Reading(
    Catalog catalog, SchemaFiles schemas, Validator validator, Typing typing, DiagnosticSink sink) {
  static Reading with(Catalog catalog, DiagnosticSink sink) {
    return new Reading(catalog, SchemaFiles.bundled(), new Validator(), new Typing(sink), sink);
  }

  void validate(Subject subject) {
    validator.check(subject, sink);
  }

  /// Validates the attributes of a resource.
  void validate(TypeName type, Term.Mapping attributes, SourceRange name) {
    new AttributeValidation(catalog, schemas, validator)
        .of(type, attributes, name)
        .forEach(found -> sink.report(found.diagnostic()));
  }

  void error(String code, String summary, String detail, SourceRange place, String... suggestions) {
    sink.report(Diagnostic.error(code, summary, detail).at(place).suggest(suggestions));
  }
}
