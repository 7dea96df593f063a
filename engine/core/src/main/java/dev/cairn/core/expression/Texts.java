package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values as text.
final class Texts {
  private Texts() {}

  /// A scalar as it stands in mixed text: numbers in their shortest form. Empty for what is no
  /// scalar.
  static Optional<String> mixed(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Whole(long number) -> Optional.of(Long.toString(number));
      case Value.Decimal(double number) -> Optional.of(number(number));
      case Value.Flag(boolean on) -> Optional.of(Boolean.toString(on));
      case Value.Items ignored -> Optional.empty();
      case Value.Fields ignored -> Optional.empty();
      case Value.Ref ignored -> Optional.empty();
      case Value.Unknown ignored -> Optional.empty();
      case Value.Sensitive(Value inner, var ignored) -> mixed(inner);
    };
  }

  /// A number in the shortest form that reads back as the same: `2`, `0.1`, `1e+21`.
  static String number(double number) {
    double size = Math.abs(number);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return "0";
    }
    if (size >= 1e-7 && size < 1e21) {
      return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
    String text = Double.toString(number).replace(".0E", "E").replace('E', 'e');
    return size >= 1 ? text.replace("e", "e+") : text;
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// In lower-case hexadecimal digits.
  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static String join(List<?> parts, String separator) {
    return parts.stream()
        .map(part -> {
          if (part instanceof String text) {
            return text;
          }
          throw new DiagnosticException(
              Problems.badArgument("join", "not all elements are strings"));
        })
        .collect(Collectors.joining(separator));
  }

  /// JSON without white space, keys in order.
  static String json(Value value) {
    return switch (value) {
      case Value.Text(String text) -> jsonString(text);
      case Value.Items(List<Value> items) ->
          items.stream().map(Texts::json).collect(Collectors.joining(",", "[", "]"));
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .map(field -> jsonString(field.getKey()) + ":" + json(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value.Sensitive(Value inner, var ignored) -> json(inner);
      case Value other -> mixed(other).orElse("null");
    };
  }

  private static String jsonString(String text) {
    return Quoted.of(text);
  }

  /// YAML in block style, keys in order, ended by a line break; texts are quoted where they would
  /// read as something else.
  static String yaml(Value value) {
    StringBuilder out = new StringBuilder();
    yaml(value, "", out);
    return out.toString().stripLeading() + "\n";
  }

  private static void yaml(Value value, String indent, StringBuilder out) {
    switch (value) {
      case Value.Fields(var fields) when !fields.isEmpty() -> {
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          out.append('\n').append(indent).append(yamlScalar(field.getKey())).append(':');
          boolean list = field.getValue() instanceof Value.Items;
          nested(field.getValue(), list ? indent : indent + "  ", out);
        }
      }
      case Value.Items(List<Value> items) when !items.isEmpty() -> {
        for (Value item : items) {
          out.append('\n').append(indent).append('-');
          StringBuilder inner = new StringBuilder();
          nested(item, indent + "  ", inner);
          out.append(' ').append(inner.toString().stripLeading());
        }
      }
      case Value.Text(String text) -> out.append(yamlScalar(text));
      case Value other -> out.append(json(other));
    }
  }

  private static void nested(Value value, String indent, StringBuilder out) {
    boolean block =
        switch (value) {
          case Value.Fields(var fields) -> !fields.isEmpty();
          case Value.Items(List<Value> items) -> !items.isEmpty();
          case Value ignored -> false;
        };
    out.append(block ? "" : " ");
    yaml(value, indent, out);
  }

  private static String yamlScalar(String text) {
    boolean plain =
        text.matches("[A-Za-z_/.][A-Za-z0-9_/. @+-]*[A-Za-z0-9_/@+-]|[A-Za-z]")
            && !text.matches("(?i)true|false|null|yes|no|on|off|y|n|\\.inf|\\.nan|[-+.0-9e_]+");
    return plain ? text : Quoted.of(text);
  }
}
