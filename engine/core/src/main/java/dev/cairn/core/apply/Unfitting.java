package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.AttributeFinding;
import dev.cairn.core.document.AttributeValidation;
import dev.cairn.core.expression.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Refuses values that became known while applying and are not what the type takes: before anything
/// is sent that holds them.
final class Unfitting {
  private static final SourceRange NOWHERE = new SourceRange("", 1, 1, 1, 1);
  private final AttributeValidation validation;

  Unfitting(AttributeValidation validation) {
    this.validation = validation;
  }

  /// @param planned what was desired when the plan was made: only what was unknown in it is looked
  ///   at, the rest was validated then
  /// @throws DiagnosticException naming each attribute that is wrong
  void refuse(Desired planned, Value.Fields resolved) {
    if (planned.attributes().known()) {
      return;
    }
    SourceRange name = Objects.requireNonNullElse(planned.origin(), NOWHERE);
    List<AttributeFinding> found =
        validation.of(planned.type(), document(planned, resolved, name), name).stream()
            .filter(finding -> concerns(planned, finding))
            .toList();
    if (!found.isEmpty()) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN3038",
                  "a value that is known only now is not what the attribute takes",
                  found.stream().map(Unfitting::said).collect(Collectors.joining("; ")))
              .of(planned.address()));
    }
  }

  private static boolean concerns(Desired planned, AttributeFinding finding) {
    return !finding.path().keys().isEmpty()
        && planned
            .attributes()
            .get(finding.path().attribute())
            .filter(value -> !value.known())
            .isPresent();
  }

  private static String said(AttributeFinding finding) {
    Diagnostic found = finding.diagnostic();
    return "`"
        + finding.path()
        + "`: "
        + found.summary()
        + (found.detail().isEmpty() ? "" : ", " + found.detail());
  }

  private static Term.Mapping document(Desired planned, Value.Fields resolved, SourceRange origin) {
    Map<String, Term> fields = new LinkedHashMap<>();
    Map<String, SourceRange> keys = new HashMap<>();
    resolved
        .fields()
        .forEach((name, value) -> {
          SourceRange place = planned.origins().getOrDefault(Path.of(name), origin);
          fields.put(name, new Term.Literal(value, place));
          keys.put(name, place);
        });
    return new Term.Mapping(fields, keys, origin);
  }
}
