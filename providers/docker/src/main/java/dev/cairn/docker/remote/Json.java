package dev.cairn.docker.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cairn.api.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The Engine API's JSON as values. A null is an absent field. Marks are taken off when a request
/// is written: it goes to the engine alone.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// The first value of a document; empty where there is none or it is no JSON.
  static Optional<Value> read(byte[] document) {
    try (JsonParser parser = FACTORY.createParser(document)) {
      return parser.nextToken() == null ? Optional.empty() : Optional.ofNullable(value(parser));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static byte[] write(Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  private static @Nullable Value value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> Value.text(parser.getText());
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NUMBER_FLOAT -> new Value.Decimal(parser.getDoubleValue());
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      default -> null;
    };
  }

  /// Counters of the engine may be unsigned 64-bit numbers.
  private static Value whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new Value.Decimal(parser.getDoubleValue())
        : new Value.Whole(parser.getLongValue());
  }

  private static Value object(JsonParser parser) throws IOException {
    SortedMap<String, Value> fields = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Value value = value(parser);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new Value.Fields(fields);
  }

  private static Value array(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Value value = value(parser);
      if (value != null) {
        items.add(value);
      }
    }
    return new Value.Items(items);
  }

  private static void write(JsonGenerator out, Value value) throws IOException {
    switch (value) {
      case Value.Text(String text) -> out.writeString(text);
      case Value.Whole(long number) -> out.writeNumber(number);
      case Value.Decimal(double number) -> out.writeNumber(number);
      case Value.Flag(boolean on) -> out.writeBoolean(on);
      case Value.Sensitive sensitive -> write(out, sensitive.inner());
      case Value.Items(List<Value> items) -> {
        out.writeStartArray();
        for (Value item : items) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Value.Fields(SortedMap<String, Value> fields) -> {
        out.writeStartObject();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          out.writeFieldName(field.getKey());
          write(out, field.getValue());
        }
        out.writeEndObject();
      }
      case Value.Ref ref -> throw new IllegalArgumentException("a reference in a request: " + ref);
      case Value.Unknown ignored -> throw new IllegalArgumentException("an unknown in a request");
    }
  }
}
