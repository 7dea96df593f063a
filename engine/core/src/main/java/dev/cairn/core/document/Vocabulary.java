package dev.cairn.core.document;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.serialization.NodeReader;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The part of JSON Schema 2020-12 that our schemas use: fewer keywords are fewer classes to load.
/// Whatever it does not know, such as `x-…`, asserts nothing.
final class Vocabulary {
  private static final String DRAFT = SpecificationVersion.DRAFT_2020_12.getDialectId();
  private static final List<KeywordType> KEYWORDS =
      List.of(
          KeywordType.REF,
          KeywordType.TYPE,
          KeywordType.PROPERTIES,
          KeywordType.REQUIRED,
          KeywordType.ADDITIONAL_PROPERTIES,
          KeywordType.PATTERN_PROPERTIES,
          KeywordType.PROPERTY_NAMES,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MAX_PROPERTIES,
          KeywordType.DEPENDENT_REQUIRED,
          KeywordType.ITEMS,
          KeywordType.MIN_ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.UNIQUE_ITEMS,
          KeywordType.CONST,
          KeywordType.PATTERN,
          KeywordType.MIN_LENGTH,
          KeywordType.MAX_LENGTH,
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.EXCLUSIVE_MAXIMUM,
          KeywordType.MULTIPLE_OF,
          KeywordType.ANY_OF,
          KeywordType.ONE_OF,
          KeywordType.ALL_OF,
          KeywordType.NOT,
          KeywordType.IF_THEN_ELSE,
          KeywordType.TRUE,
          KeywordType.FALSE);

  private Vocabulary() {}

  static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(DRAFT)
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .idKeyword("$id")
            .keywords(KEYWORDS)
            .keyword(new Enumerated())
            .keyword(KeywordType.FORMAT)
            .formats(Formats.all())
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    return SchemaRegistry.builder()
        .defaultDialectId(DRAFT)
        .dialectRegistry(new BasicDialectRegistry(dialect))
        .nodeReader(new Trees())
        .schemaCacheEnabled(false)
        .schemaRegistryConfig(
            SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .preloadSchema(false)
                .build())
        .build();
  }

  /// Schemas are given as trees: the library's own reader would load a whole object mapper.
  private static final class Trees implements NodeReader {
    @Override
    public JsonNode readTree(String content, InputFormat format) {
      throw new IllegalStateException("a schema refers to another document");
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
      throw new IllegalStateException("a schema refers to another document");
    }
  }
}
