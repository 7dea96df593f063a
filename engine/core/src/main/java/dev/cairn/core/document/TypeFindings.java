package dev.cairn.core.document;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a type finds wrong with attributes, as diagnostics at the place of each.
final class TypeFindings {
  private static final Value UNREAD =
      new Value.Unknown(
          Shape.Scalar.ANY,
          new Residual.Attribute(new AttributeRef(Address.of("unread"), Path.ROOT)));

  private TypeFindings() {}

  /// A finding at the list element or the key that it is about.
  ///
  /// @param name where the resource is named: the place of a finding about none of its keys
  private static Diagnostic of(
      ResourceType.Problem problem,
      Term.Mapping attributes,
      WrittenElements elements,
      SourceRange name) {
    return Diagnostic.error("CRN2010", problem.summary(), problem.detail())
        .at(place(problem, attributes, elements, name))
        .suggest(problem.suggestion());
  }

  /// What is wrong with that which is written out, so that it is said together with what the schema
  /// finds. Nothing is said of what an expression is part of: it is checked when it is evaluated.
  static List<AttributeFinding> literal(
      ResourceType type, Term.Mapping attributes, SourceRange name) {
    SortedMap<String, Value> values = new TreeMap<>();
    attributes.fields().forEach((key, term) -> values.put(key, literal(term)));
    return of(type, type.normalize(new Value.Fields(values)), attributes, name);
  }

  /// @param normal the attributes in normal form; `attributes` says where they come from
  static List<AttributeFinding> of(
      ResourceType type, Value.Fields normal, Term.Mapping attributes, SourceRange name) {
    WrittenElements elements = new WrittenElements(type, normal, attributes);
    Set<Object> said = new HashSet<>();
    return type.check(normal).stream()
        .filter(problem ->
            about(problem, attributes, elements).filter(TypeFindings::written).isPresent())
        .map(problem ->
            new AttributeFinding(problem.path(), of(problem, attributes, elements, name)))
        .filter(found -> said.add(key(found)))
        .toList();
  }

  /// One element may stand for many in normal form, as a range of ports does.
  private static Object key(AttributeFinding found) {
    SourceRange range = found.diagnostic().range();
    return range == null ? found : List.of(range, found.diagnostic().summary());
  }

  private static Value literal(Term term) {
    if (term instanceof Term.Sequence sequence) {
      return new Value.Items(
          sequence.items().stream()
              .map(item -> written(item) ? Literals.value(item) : UNREAD)
              .toList());
    }
    return written(term) ? Literals.value(term) : UNREAD;
  }

  static boolean written(Term term) {
    return switch (term) {
      case Term.Literal ignored -> true;
      case Term.Computed ignored -> false;
      case Term.Mixed ignored -> false;
      case Term.Sequence sequence -> sequence.items().stream().allMatch(TypeFindings::written);
      case Term.Mapping mapping ->
          mapping.fields().values().stream().allMatch(TypeFindings::written);
    };
  }

  /// The term that a finding is about, where it can be told.
  private static Optional<Term> about(
      ResourceType.Problem problem, Term.Mapping attributes, WrittenElements elements) {
    return problem.path().keys().isEmpty()
        ? Optional.of(attributes)
        : elements
            .of(problem)
            .or(() -> Optional.ofNullable(attributes.fields().get(problem.path().attribute())));
  }

  private static SourceRange place(
      ResourceType.Problem problem,
      Term.Mapping attributes,
      WrittenElements elements,
      SourceRange name) {
    return problem.path().keys().isEmpty()
        ? name
        : elements
            .of(problem)
            .map(Term::range)
            .orElseGet(() -> attributes.keys().getOrDefault(problem.path().attribute(), name));
  }
}
