package dev.cairn.core.document;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Findings in words, with their places.
final class Wording {
  private final Subject subject;
  private final SchemaNode top;

  Wording(Subject subject) {
    this.subject = subject;
    this.top = new SchemaNode(subject.schema(), subject.schema());
  }

  Diagnostic of(Finding finding) {
    SchemaNode schema = top.follow(finding.schema());
    return switch (finding.keyword()) {
      case "additionalProperties" -> unknownKey(finding, schema);
      case "required", "dependentRequired" -> missing(finding);
      case "type" -> wrongType(finding);
      case "enum", "const" -> notOneOf(finding, schema);
      case "format" -> malformed(finding, Formats.wanted(schema.text("format").orElse("")));
      case "pattern" -> malformed(finding, expected(schema));
      case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf" ->
          outOfRange(finding, schema, "the value must be ");
      case "minLength", "maxLength" ->
          outOfRange(finding, schema, "the number of characters must be ");
      case "minItems", "maxItems" -> outOfRange(finding, schema, "the number of elements must be ");
      case "minProperties", "maxProperties" ->
          outOfRange(finding, schema, "the number of keys must be ");
      case "uniqueItems" -> twice(finding);
      default -> other(finding, schema);
    };
  }

  private Diagnostic unknownKey(Finding finding, SchemaNode schema) {
    String key = Objects.requireNonNullElse(finding.property(), "");
    SourceRange place =
        finding.value() instanceof Term.Mapping mapping
            ? mapping.keys().getOrDefault(key, mapping.range())
            : finding.value().range();
    List<String> settable =
        schema.properties().entrySet().stream()
            .filter(property -> !property.getValue().flag("readOnly"))
            .map(java.util.Map.Entry::getKey)
            .toList();
    return Diagnostic.error(
            "CRN1201", "there is no such key", "`" + key + "` " + unknownTo(finding))
        .at(place)
        .suggest(suggestions(key, settable));
  }

  private String unknownTo(Finding finding) {
    return finding.instance().isEmpty()
        ? "is no key of " + subject.what()
        : "is no key of `" + String.join(".", finding.instance()) + "` of " + subject.what();
  }

  private static String[] suggestions(String key, List<String> candidates) {
    String[] nearest = Nearest.suggestion(key, candidates);
    return nearest.length > 0 || candidates.isEmpty()
        ? nearest
        : new String[] {"it takes " + list(candidates)};
  }

  private Diagnostic missing(Finding finding) {
    String key = Objects.requireNonNullElse(finding.property(), "");
    return Diagnostic.error(
            "CRN1202", "a required key is missing", "`" + key + "` " + missingIn(finding))
        .at(finding.instance().isEmpty() ? subject.name() : keyPlace(finding))
        .suggest("set `" + key + "`");
  }

  private String missingIn(Finding finding) {
    return finding.instance().isEmpty()
        ? "is required by " + subject.what()
        : "is required in `" + String.join(".", finding.instance()) + "`";
  }

  /// Where the value's key stands; the value itself in a list.
  private SourceRange keyPlace(Finding finding) {
    Term above = subject.document();
    List<String> steps = finding.instance();
    for (String step : steps.subList(0, steps.size() - 1)) {
      above =
          switch (above) {
            case Term.Mapping mapping -> mapping.fields().getOrDefault(step, mapping);
            case Term.Sequence sequence -> sequence.items().get(Integer.parseInt(step));
            case Term.Literal literal -> literal;
            case Term.Computed computed -> computed;
            case Term.Mixed mixed -> mixed;
          };
    }
    return above instanceof Term.Mapping mapping
        ? mapping.keys().getOrDefault(steps.getLast(), finding.value().range())
        : finding.value().range();
  }

  private Diagnostic wrongType(Finding finding) {
    List<String> wanted = new ArrayList<>();
    SchemaNode form = top.follow(finding.schema());
    outermost(finding)
        .forms()
        .forEach(each -> each.type().map(Kinds::wanted).ifPresent(wanted::add));
    List<String> kinds =
        wanted.isEmpty() ? List.of(Kinds.wanted(form.type().orElse("any"))) : wanted;
    String text =
        kinds.stream().distinct().collect(Collectors.joining(" or ", "expected ", ""))
            + ", found "
            + Kinds.of(finding.value());
    Diagnostic problem =
        Diagnostic.error("CRN1203", "a value has the wrong type", text).at(finding.value().range());
    return Kinds.unquote(finding.value(), form).map(problem::suggest).orElse(problem);
  }

  /// The schema of the value with all of its forms.
  private SchemaNode outermost(Finding finding) {
    for (Finding.Choice choice : finding.choices()) {
      if (choice.depth() == finding.instance().size()) {
        int steps = finding.schema().size();
        for (int i = 0; i < steps; i++) {
          String step = finding.schema().get(i);
          if ((step.equals("anyOf") || step.equals("oneOf"))
              && choice.place().startsWith(finding.schema().subList(0, i) + " ")) {
            return top.follow(finding.schema().subList(0, i));
          }
        }
      }
    }
    return top.follow(finding.schema());
  }

  private Diagnostic notOneOf(Finding finding, SchemaNode schema) {
    List<String> allowed = schema.keywords().items("enum").stream().map(Kinds::text).toList();
    if (allowed.isEmpty()) {
      allowed = schema.keywords().get("const").map(Kinds::text).stream().toList();
    }
    String[] ways =
        finding.value() instanceof Term.Literal(Value value, SourceRange ignored)
                && !value.sensitive()
            ? Nearest.suggestion(Kinds.text(value), allowed)
            : new String[0];
    return Diagnostic.error(
            "CRN1204", "a value is none of those allowed", "expected one of " + list(allowed))
        .at(finding.value().range())
        .suggest(ways);
  }

  private Diagnostic malformed(Finding finding, Optional<String> wanted) {
    return Diagnostic.error(
            "CRN1205",
            "a value has the wrong form",
            wanted.map(form -> "expected " + form).orElse(""))
        .at(finding.value().range());
  }

  private static Optional<String> expected(SchemaNode schema) {
    return schema.text("x-expected").or(() -> schema.text("format").flatMap(Formats::wanted));
  }

  private Diagnostic outOfRange(Finding finding, SchemaNode schema, String sentence) {
    String limit = schema.keywords().get(finding.keyword()).map(Kinds::text).orElse("");
    String relation =
        switch (finding.keyword()) {
          case "exclusiveMinimum" -> "more than ";
          case "exclusiveMaximum" -> "less than ";
          case "multipleOf" -> "a multiple of ";
          default -> finding.keyword().startsWith("min") ? "at least " : "at most ";
        };
    return Diagnostic.error("CRN1207", "a value is out of range", sentence + relation + limit)
        .at(finding.value().range());
  }

  private Diagnostic twice(Finding finding) {
    SourceRange place =
        finding.value() instanceof Term.Sequence list
            ? Twice.in(list).orElse(list.range())
            : finding.value().range();
    return Diagnostic.error("CRN1208", "an element stands twice in a set", "").at(place);
  }

  private Diagnostic other(Finding finding, SchemaNode schema) {
    return Diagnostic.error(
            "CRN1209",
            "a value does not fit its schema",
            schema
                .text("x-expected")
                .map(form -> "expected " + form)
                .orElse("`" + finding.keyword() + "` does not hold for " + subject.what()))
        .at(finding.instance().isEmpty() ? subject.name() : finding.value().range());
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
