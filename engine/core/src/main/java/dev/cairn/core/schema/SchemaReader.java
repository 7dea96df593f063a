package dev.cairn.core.schema;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.time.Durations;
import java.time.Duration;
import java.util.List;

/// Reads the schema of a resource type or a lookup from its JSON Schema; what JSON Schema does not
/// know stands under `x-cairn` and in keywords that begin with `x-`.
public final class SchemaReader {
  private static final String NORMAL_TIMEOUT = "5m";
  private static final String NORMAL_LAG = "30s";

  private SchemaReader() {}

  /// @throws IllegalStateException where the document is not what a type's schema must be
  public static TypeSchema read(TypeName type, Value.Fields document) {
    try {
      return schema(type, document);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the schema of " + type + " is wrong: " + e.getMessage(), e);
    }
  }

  private static TypeSchema schema(TypeName type, Value.Fields document) {
    Value.Fields own = document.fields("x-cairn");
    return new TypeSchema(
        type,
        own.whole("version").orElse(1L).intValue(),
        own.text("home").map(text -> Words.value(Home.class, text)).orElse(Home.PROVIDER),
        AttributeReader.read(SchemaNode.of(document)),
        own.items("exclusive").stream().map(SchemaReader::exclusive).toList(),
        identity(own),
        timeouts(own.fields("timeouts")),
        duration(own, "readLag", NORMAL_LAG),
        own.flag("createBeforeDelete").orElse(false),
        own.flag("holdsData").orElse(false),
        document.text("description").orElse(""),
        example(document));
  }

  private static Value.Fields example(Value.Fields document) {
    return document.items("examples").stream()
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .findFirst()
        .orElse(Value.Fields.EMPTY);
  }

  private static Exclusive exclusive(Value value) {
    if (value instanceof Value.Fields fields) {
      return new Exclusive(paths(fields, "key"), paths(fields, "within"));
    }
    throw new IllegalArgumentException("exclusive takes objects with a key");
  }

  private static Identity identity(Value.Fields own) {
    Value.Fields natural = own.fields("identity");
    if (natural.has("natural")) {
      return new Identity.Natural(paths(natural, "natural"));
    }
    return switch (own.text("identity").orElse("tagged")) {
      case "tagged" -> new Identity.Tagged();
      case "repeatable" -> new Identity.Repeatable();
      default -> throw new IllegalArgumentException("unknown identity");
    };
  }

  private static List<Path> paths(Value.Fields fields, String name) {
    return fields.items(name).stream()
        .map(value -> {
          if (value instanceof Value.Text(String text)) {
            return Path.of(text.split("\\.", -1));
          }
          throw new IllegalArgumentException(name + " takes attribute paths");
        })
        .toList();
  }

  private static Timeouts timeouts(Value.Fields own) {
    return new Timeouts(
        duration(own, "create", NORMAL_TIMEOUT),
        duration(own, "update", NORMAL_TIMEOUT),
        duration(own, "delete", NORMAL_TIMEOUT));
  }

  private static Duration duration(Value.Fields own, String name, String normal) {
    String text = own.text(name).orElse(normal);
    return Durations.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a duration: " + text));
  }
}
