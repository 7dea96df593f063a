package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values in CEL's form and back.
final class CelValues {
  private CelValues() {}

  /// A value without its marks. What is unknown is left out: an expression that reads it is not
  /// run.
  static Object cel(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Flag(boolean on) -> on;
      case Value.Sensitive(Value inner, var ignored) -> cel(inner);
      case Value.Items(List<Value> items) -> items.stream().map(CelValues::cel).toList();
      case Value.Fields map -> fields(map);
      case Value.Ref ignored -> throw new DiagnosticException(Problems.refInExpression());
      case Value.Unknown ignored -> Omitted.OMITTED;
    };
  }

  static SortedMap<String, Object> fields(Value.Fields map) {
    SortedMap<String, Object> fields = new TreeMap<>();
    map.fields()
        .forEach((name, field) -> {
          if (!(field.revealed() instanceof Value.Unknown)) {
            fields.put(name, cel(field));
          }
        });
    return fields;
  }

  /// What an expression gave; empty where it is omitted.
  static Optional<Value> optional(@Nullable Object result) {
    return result instanceof Omitted ? Optional.empty() : Optional.of(value(result));
  }

  /// What an expression gave, without the elements that are omitted.
  ///
  /// @throws DiagnosticException for what has no form in a stack
  static Value value(@Nullable Object result) {
    return switch (result) {
      case String text -> new Value.Text(text);
      case Long number -> new Value.Whole(number);
      case Double number -> new Value.Decimal(number);
      case Boolean on -> new Value.Flag(on);
      case List<?> list -> items(list);
      case Map<?, ?> map -> fields(map);
      case Omitted ignored -> throw new DiagnosticException(Problems.omitted());
      case NullValue ignored -> throw new DiagnosticException(Problems.noNull());
      case null -> throw new DiagnosticException(Problems.noNull());
      case Object other -> throw new DiagnosticException(Problems.noForm(form(other)));
    };
  }

  private static Value items(List<?> list) {
    List<Value> items = new ArrayList<>();
    list.forEach(item -> optional(item).ifPresent(items::add));
    return new Value.Items(items);
  }

  private static Value fields(Map<?, ?> map) {
    SortedMap<String, Value> fields = new TreeMap<>();
    map.forEach((key, field) -> {
      if (!(key instanceof String name)) {
        throw new DiagnosticException(Problems.noForm("a map whose keys are no strings"));
      }
      optional(field).ifPresent(value -> fields.put(name, value));
    });
    return new Value.Fields(fields);
  }

  private static String form(Object other) {
    return switch (other.getClass().getSimpleName()) {
      case "Optional" -> "an optional value; end it with `.orValue(…)`";
      case "CelByteString" -> "bytes; use `base64(…)`";
      case "UnsignedLong" -> "uint; use `int(…)`";
      default -> "a " + other.getClass().getSimpleName() + "; use `string(…)`";
    };
  }
}
