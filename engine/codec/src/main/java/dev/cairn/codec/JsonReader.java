package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads a document token by token.
final class JsonReader {
  private static final int DEPTH = 250;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Value read(String text) {
    return document(() -> FACTORY.createParser(ObjectReadContext.empty(), text));
  }

  static Value read(byte[] utf8) {
    return document(() -> FACTORY.createParser(ObjectReadContext.empty(), utf8));
  }

  private static Value document(Supplier<JsonParser> open) {
    try (JsonParser parser = open.get()) {
      return new JsonReader(parser).document();
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw at == null
          ? new JsonException(e.getOriginalMessage(), 0, 0)
          : new JsonException(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr());
    }
  }

  private Value document() {
    if (parser.nextToken() == null) {
      throw wrong("there is no value");
    }
    Value value = value();
    if (value == null) {
      throw wrong("a document cannot be null");
    }
    if (parser.nextToken() != null) {
      throw wrong("there is something after the document");
    }
    return value;
  }

  private @Nullable Value value() {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_NUMBER_INT -> whole();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw wrong("a value is expected");
    };
  }

  private Value object() {
    SortedMap<String, Value> fields = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Value value = value();
      if (value != null) {
        fields.put(name, value);
      }
    }
    return Value.Fields.of(fields);
  }

  private Value list() {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Value value = value();
      if (value == null) {
        throw wrong("null in a list");
      }
      items.add(value);
    }
    return new Value.Items(items);
  }

  private Value whole() {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? decimal()
        : new Value.Whole(parser.getLongValue());
  }

  private Value decimal() {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw wrong("a number is too large");
    }
    return new Value.Decimal(number);
  }

  private JsonException wrong(String problem) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new JsonException(problem, at.getLineNr(), at.getColumnNr());
  }
}
