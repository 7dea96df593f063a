package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import dev.cairn.core.yaml.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `variables`.
record VariableReader(Reading reading) {
  Module.Variable read(Block block, Node.Mapping written, SourceRange name) {
    Shape shape = block.text("type").map(type -> shape(type, block)).orElse(Shape.Scalar.ANY);
    return new Module.Variable(
        shape,
        written.get("default").flatMap(node -> fallback(node, shape)).orElse(null),
        block.flag("sensitive"),
        check(block),
        block.text("message").orElse(""),
        block.text("description").orElse(""),
        name);
  }

  private Shape shape(String type, Block block) {
    try {
      return ShapeParser.parse(type);
    } catch (IllegalArgumentException e) {
      reading.error(
          "CRN1030",
          "a type cannot be read",
          "" + e.getMessage(),
          block.place("type"),
          "for example `map(string)` or `object({a: string, b?: int})`");
      return Shape.Scalar.ANY;
    }
  }

  /// The default; some value where it has been refused, as it is not missing.
  private Optional<Value> fallback(Node node, Shape shape) {
    Term term = reading.typing().term(node, Form.of(shape));
    return new Fit(reading, "default", shape).value(term).or(() -> Optional.of(Value.Fields.EMPTY));
  }

  private @Nullable Expression check(Block block) {
    return switch (block.orNull("check")) {
      case null -> null;
      case Term.Computed(Expression expression, SourceRange ignored) -> expression;
      case Term other -> {
        if (!(other instanceof Term.Mixed mixed && mixed.parts().isEmpty())) {
          notAnExpression("check", other.range());
        }
        yield null;
      }
    };
  }

  private void notAnExpression(String key, SourceRange place) {
    reading.error(
        "CRN1036",
        "an expression is expected",
        "`" + key + "` is one expression over `value`",
        place,
        "write \"${size(value) > 0}\"");
  }
}
