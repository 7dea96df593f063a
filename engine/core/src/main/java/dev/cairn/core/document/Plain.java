package dev.cairn.core.document;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a plain scalar is, from its source text: `1.10` is text where a string is wanted.
final class Plain {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private Plain() {}

  /// The first of `wanted` that the text is; what it looks like where it is none of them.
  static Value value(String text, List<Shape.Scalar> wanted) {
    return wanted.stream()
        .flatMap(kind -> as(text, kind).stream())
        .findFirst()
        .orElseGet(() -> natural(text));
  }

  private static Optional<Value> as(String text, Shape.Scalar kind) {
    return switch (kind) {
      case STRING -> Optional.of(new Value.Text(text));
      case BOOL -> flag(text);
      case INT -> whole(text);
      case NUMBER -> decimal(text);
      case ANY -> Optional.of(natural(text));
    };
  }

  private static Value natural(String text) {
    return flag(text)
        .or(() -> whole(text))
        .or(() -> decimal(text))
        .orElseGet(() -> new Value.Text(text));
  }

  private static Optional<Value> flag(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> Optional.of(new Value.Flag(true));
      case "false", "False", "FALSE" -> Optional.of(new Value.Flag(false));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Value.Whole(Long.parseLong(text)));
    } catch (NumberFormatException beyond64Bits) {
      return Optional.empty();
    }
  }

  private static Optional<Value> decimal(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? Optional.of(new Value.Decimal(number)) : Optional.empty();
  }
}
