package dev.cairn.aws.session;

import dev.cairn.api.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// Between values in the API's own form and the SDK's requests and answers, by the fields that
/// those declare of themselves.
final class ApiObjects {
  private ApiObjects() {}

  /// A request out of its arguments. The names of members may begin with a small letter, as
  /// attributes do, and a list of `{Key, Value}` may be a map: what was unknown when a call was
  /// declared is resolved in the form of attributes.
  ///
  /// @throws IllegalArgumentException where an argument is no member of the request
  static <B extends SdkPojo & SdkBuilder<B, Q>, Q> Q request(B builder, Value.Fields arguments) {
    fill(builder, arguments);
    return builder.build();
  }

  /// Whether a request takes a member of this name.
  static boolean takes(SdkPojo request, String member) {
    return field(request, member).isPresent();
  }

  /// The members of an answer that are set; empty lists are not.
  static Value.Fields answer(SdkPojo answer) {
    SortedMap<String, Value> out = new TreeMap<>();
    for (SdkField<?> field : answer.sdkFields()) {
      read(field.getValueOrDefault(answer)).ifPresent(value -> out.put(field.memberName(), value));
    }
    return new Value.Fields(out);
  }

  private static void fill(SdkPojo builder, Value.Fields arguments) {
    arguments
        .fields()
        .forEach((name, value) -> {
          SdkField<?> field =
              field(builder, name)
                  .orElseThrow(() -> new IllegalArgumentException("no argument " + name));
          field.set(builder, written(field, value.revealed()));
        });
  }

  private static Optional<SdkField<?>> field(SdkPojo pojo, String name) {
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (SdkField<?> field : pojo.sdkFields()) {
      if (field.memberName().equals(member)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private static Object written(SdkField<?> field, Value value) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), value);
      case MAP -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), value);
      case SDK_POJO -> object(field, fields(value));
      case INTEGER -> Math.toIntExact(whole(value));
      case LONG -> whole(value);
      case SHORT -> (short) whole(value);
      case DOUBLE -> decimal(value);
      case FLOAT -> (float) decimal(value);
      case BIG_DECIMAL -> BigDecimal.valueOf(decimal(value));
      case BOOLEAN -> value instanceof Value.Flag(boolean on) ? on : Boolean.valueOf(text(value));
      case INSTANT -> Instant.parse(text(value));
      case SDK_BYTES -> SdkBytes.fromUtf8String(text(value));
      case STRING -> text(value);
      case null, default -> throw new IllegalArgumentException("cannot send " + field.memberName());
    };
  }

  private static List<Object> list(SdkField<?> element, Value value) {
    List<Object> out = new ArrayList<>();
    for (Value item : items(value)) {
      out.add(written(element, item.revealed()));
    }
    return out;
  }

  private static List<Value> items(Value value) {
    return switch (value) {
      case Value.Items list -> list.items();
      case Value.Fields map ->
          map.fields().entrySet().stream().<Value>map(e -> pair(e.getKey(), e.getValue())).toList();
      case Value other -> throw wrong("a list", other);
    };
  }

  private static Value.Fields pair(String key, Value value) {
    return Value.Fields.of(Map.of("Key", Value.text(key), "Value", value));
  }

  private static Map<String, Object> map(SdkField<?> element, Value value) {
    Map<String, Object> out = new TreeMap<>();
    fields(value).fields().forEach((key, v) -> out.put(key, written(element, v.revealed())));
    return out;
  }

  private static Object object(SdkField<?> field, Value.Fields value) {
    SdkPojo builder = field.constructor().get();
    fill(builder, value);
    return ((Buildable) builder).build();
  }

  private static Value.Fields fields(Value value) {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw wrong("an object", value);
  }

  private static long whole(Value value) {
    return value instanceof Value.Whole(long number) ? number : Long.parseLong(text(value));
  }

  private static double decimal(Value value) {
    return switch (value) {
      case Value.Decimal(double number) -> number;
      case Value.Whole(long number) -> number;
      case Value other -> Double.parseDouble(text(other));
    };
  }

  /// A list that the API takes as one string is joined with commas.
  private static String text(Value value) {
    return switch (value.revealed()) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Flag(boolean on) -> Boolean.toString(on);
      case Value.Items(List<Value> items) ->
          items.stream().map(ApiObjects::text).collect(Collectors.joining(","));
      case Value other -> throw wrong("text", other);
    };
  }

  private static IllegalArgumentException wrong(String expected, Value value) {
    return new IllegalArgumentException(
        "expected " + expected + ", not " + value.getClass().getSimpleName());
  }

  private static Optional<Value> read(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case SdkAutoConstructList<?> unset -> Optional.empty();
      case SdkAutoConstructMap<?, ?> unset -> Optional.empty();
      case String text -> Optional.of(Value.text(text));
      case Boolean on -> Optional.of(new Value.Flag(on));
      case Integer number -> Optional.of(new Value.Whole(number));
      case Long number -> Optional.of(new Value.Whole(number));
      case Number number -> Optional.of(new Value.Decimal(number.doubleValue()));
      case Instant time -> Optional.of(Value.text(time.toString()));
      case SdkBytes bytes -> Optional.of(Value.text(bytes.asUtf8String()));
      case SdkPojo object ->
          Optional.of(answer(object)).filter(f -> !f.fields().isEmpty()).map(f -> f);
      case List<?> list -> list.isEmpty() ? Optional.empty() : Optional.of(readList(list));
      case Map<?, ?> map -> Optional.of(readMap(map));
      default -> Optional.of(Value.text(value.toString()));
    };
  }

  private static Value readList(List<?> list) {
    return new Value.Items(list.stream().flatMap(item -> read(item).stream()).toList());
  }

  private static Value readMap(Map<?, ?> map) {
    SortedMap<String, Value> out = new TreeMap<>();
    map.forEach((key, v) -> read(v).ifPresent(value -> out.put(String.valueOf(key), value)));
    return new Value.Fields(out);
  }
}
