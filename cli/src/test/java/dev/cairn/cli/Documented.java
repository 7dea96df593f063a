package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Holds documents against the schemas that describe them.
final class Documented {
  private Documented() {}

  static void by(String schema, String document) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(registry.getSchema(text(schema)).validate(document, InputFormat.JSON))
        .as(schema)
        .isEmpty();
  }

  private static String text(String name) {
    String path = "/dev/cairn/schema/cli/" + name + ".json";
    try (InputStream in = Documented.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
