package dev.cairn.core.document;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import java.util.Optional;

/// Kinds of values in words.
final class Kinds {
  private Kinds() {}

  /// What a JSON Schema type wants.
  static String wanted(String type) {
    return switch (type) {
      case "string" -> "a string";
      case "boolean" -> "`true` or `false`";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> "a value";
    };
  }

  static String of(Term term) {
    return switch (term) {
      case Term.Literal literal -> of(literal.value());
      case Term.Computed ignored -> "an expression";
      case Term.Mixed ignored -> "text with an expression";
      case Term.Sequence ignored -> "a list";
      case Term.Mapping ignored -> "a mapping";
    };
  }

  static String of(Value value) {
    return switch (value) {
      case Value.Text ignored -> "a string";
      case Value.Whole ignored -> "a whole number";
      case Value.Decimal ignored -> "a number";
      case Value.Flag ignored -> "`true` or `false`";
      case Value.Items ignored -> "a list";
      case Value.Fields ignored -> "a mapping";
      case Value.Ref ignored -> "a resource";
      case Value.Unknown ignored -> "a value that is not known yet";
      case Value.Sensitive sensitive -> of(sensitive.inner());
    };
  }

  /// The way out where quotes make a string of what would fit without.
  static Optional<String> unquote(Term term, SchemaNode wanted) {
    return term instanceof Term.Literal literal
            && literal.value() instanceof Value.Text(String text)
            && !(Plain.value(text, wanted.scalars()) instanceof Value.Text)
        ? Optional.of("write it without quotes")
        : Optional.empty();
  }

  /// A value as short text.
  static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : Json.canonical(value);
  }
}
