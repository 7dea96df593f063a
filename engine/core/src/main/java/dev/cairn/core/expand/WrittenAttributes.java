package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.AttributeFinding;
import dev.cairn.core.document.AttributeValidation;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attributes of a resource as its block writes them: evaluated for one instance, validated
/// like what is written out, and brought into normal form.
record WrittenAttributes(
    Module.Resource resource, TypeSchema schema, Catalog catalog, AttributeValidation validation) {
  /// Those that the object is created with, in normal form.
  ///
  /// @param defaults what the provider's settings say of all objects of the type
  /// @param planned the attributes of what has been decided before
  /// @throws DiagnosticException with everything that is wrong
  Value.Fields evaluated(
      Environment environment, Value.Fields defaults, Map<Address, Value.Fields> planned) {
    return normal(located(environment, false), defaults, false, planned);
  }

  /// The same with those that are set once the object is there.
  Value.Fields settled(
      Value.Fields created, Environment environment, Map<Address, Value.Fields> planned) {
    return normal(located(environment, true), created, true, planned);
  }

  /// The attributes of one phase with every value at its place; those of the other are left as they
  /// are written.
  private Term.Mapping located(Environment environment, boolean settling) {
    Map<String, Term> fields = new LinkedHashMap<>();
    List<Diagnostic> failed = new ArrayList<>();
    resource
        .attributes()
        .fields()
        .forEach((name, term) -> {
          try {
            (Items.settles(schema, name) == settling
                    ? Terms.located(term, schema.shape(name), environment)
                    : Optional.of(term))
                .ifPresent(found -> fields.put(name, found));
          } catch (DiagnosticException problem) {
            failed.addAll(problem.diagnostics());
          }
        });
    if (!failed.isEmpty()) {
      throw new DiagnosticException(failed);
    }
    return new Term.Mapping(fields, resource.attributes().keys(), resource.attributes().range());
  }

  private Value.Fields normal(
      Term.Mapping located,
      Value.Fields others,
      boolean settling,
      Map<Address, Value.Fields> planned) {
    Value.Fields written = marked(values(located, settling));
    List<AttributeFinding> found = new ArrayList<>(bySchema(located));
    if (!AttributeValidation.wellShaped(found)) {
      throw refused(found);
    }
    Value.Fields attributes =
        settling ? others.with(written) : marked(Attributes.merge(others, written));
    Value.Fields normal =
        marked(
            Known.in(catalog.type(resource.type()).orElseThrow().normalize(attributes), planned));
    found.addAll(validation.byCode(resource.type(), normal, located, resource.range()));
    if (!found.isEmpty()) {
      throw refused(found);
    }
    return normal;
  }

  private Value.Fields values(Term.Mapping located, boolean settling) {
    Value.Fields values = Value.Fields.EMPTY;
    for (Map.Entry<String, Term> entry : located.fields().entrySet()) {
      if (Items.settles(schema, entry.getKey()) == settling) {
        values =
            values.with(
                entry.getKey(), Terms.value(entry.getValue(), schema.shape(entry.getKey())));
      }
    }
    return values;
  }

  /// What is written out was validated when the file was read.
  private List<AttributeFinding> bySchema(Term.Mapping located) {
    return Terms.expressions(resource.attributes()).findAny().isEmpty()
        ? List.of()
        : validation.bySchema(resource.type(), located, resource.range());
  }

  /// With marks on single values.
  private Value.Fields marked(Value.Fields attributes) {
    return SecretPlaces.in(attributes, schema, resource.attributes(), resource.range());
  }

  private static DiagnosticException refused(List<AttributeFinding> found) {
    return new DiagnosticException(found.stream().map(AttributeFinding::diagnostic).toList());
  }
}
