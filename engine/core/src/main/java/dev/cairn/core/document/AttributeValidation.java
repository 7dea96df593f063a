package dev.cairn.core.document;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is wrong with the attributes of a resource, by their schema and by what only the type's
/// code can find: the same of what is written out, of what an expression gave, and of what became
/// known while applying. Nothing is said of what is unknown. Thread-safe.
public final class AttributeValidation {
  private static final Set<String> MISSHAPEN = Set.of("CRN1201", "CRN1203", "CRN1209");
  private final Catalog catalog;
  private final SchemaFiles schemas;
  private final Validator validator;

  public AttributeValidation(Catalog catalog) {
    this(catalog, SchemaFiles.bundled(), new Validator());
  }

  public AttributeValidation(Catalog catalog, SchemaFiles schemas, Validator validator) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.validator = validator;
  }

  /// Everything that is wrong with attributes as they are written.
  ///
  /// @param name where the resource is named: the place of what is missing
  public List<AttributeFinding> of(TypeName type, Term.Mapping attributes, SourceRange name) {
    List<AttributeFinding> found = new ArrayList<>(bySchema(type, attributes, name));
    if (wellShaped(found)) {
      catalog
          .type(type)
          .ifPresent(code -> found.addAll(TypeFindings.literal(code, attributes, name)));
    }
    return List.copyOf(found);
  }

  /// What the schema finds.
  public List<AttributeFinding> bySchema(TypeName type, Term.Mapping attributes, SourceRange name) {
    return schemas
        .type(type)
        .map(schema -> new Subject("type " + type, "`" + type + "`", schema, attributes, name))
        .map(validator::findings)
        .orElse(List.of());
  }

  /// What the type's code finds, which counts on values of the right types.
  ///
  /// @param normal the attributes in normal form
  /// @param attributes as they are written: where each comes from
  public List<AttributeFinding> byCode(
      TypeName type, Value.Fields normal, Term.Mapping attributes, SourceRange name) {
    return catalog
        .type(type)
        .map(code -> TypeFindings.of(code, normal, attributes, name))
        .orElse(List.of());
  }

  /// Whether all values have the right types.
  public static boolean wellShaped(List<AttributeFinding> found) {
    return found.stream().noneMatch(finding -> MISSHAPEN.contains(finding.diagnostic().code()));
  }
}
