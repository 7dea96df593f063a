package dev.cairn.core.document;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.Objects;

/// Something that is validated against a schema.
///
/// @param key names the schema, for those who have compiled it before
/// @param what it is, in words: `aws.vpc`, `a stack file`
/// @param name where it is named: the place of a key that is missing at its top
public record Subject(
    String key, String what, Value.Fields schema, Term.Mapping document, SourceRange name) {
  public Subject {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(name, "name");
  }
}
