package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.core.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A key of a schema is read by somebody, or it is refused by name (`x-unavailable`).
class SchemaKeysTest {
  private static final Path TOP = Path.of("..");

  /// What is for people alone.
  private static final Set<String> WORDS = Set.of("description");

  @ParameterizedTest
  @CsvSource({
    "stack.json, engine/core/src/main/java/dev/cairn/core/stack",
    "project.json, engine/core/src/main/java/dev/cairn/core/project",
    "providers/aws.json, providers/aws/src/main/java",
    "providers/docker.json, providers/docker/src/main/java"
  })
  void everyKeyOfADocumentIsReadOrRefused(String schema, Path readers) throws IOException {
    List<String> unread = new ArrayList<>();
    unread("", schema(schema), source(readers), unread);
    assertThat(unread).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"aws, providers/aws/src/main/java", "docker, providers/docker/src/main/java"})
  void everyAttributeOfATypeIsReadOrRefused(String provider, Path readers) throws IOException {
    String source = source(readers);
    List<String> unread = new ArrayList<>();
    try (Stream<Path> types = Files.list(file("types/" + provider))) {
      for (Path type : types.sorted().toList()) {
        schema("types/" + provider + "/" + type.getFileName())
            .properties()
            .forEach((key, property) -> {
              if (!refused(property) && !reads(source, key)) {
                unread.add(type.getFileName() + " " + key);
              }
            });
      }
    }
    assertThat(unread).isEmpty();
  }

  private static void unread(String path, SchemaNode schema, String source, List<String> unread) {
    for (SchemaNode form : schema.forms()) {
      form.properties()
          .forEach((key, property) -> {
            if (!refused(property)) {
              if (!WORDS.contains(key) && !reads(source, key)) {
                unread.add(path + key);
              }
              unread(path + key + ".", property, source, unread);
            }
          });
      form.additional().ifPresent(each -> unread(path + "*.", each, source, unread));
      form.items().ifPresent(each -> unread(path, each, source, unread));
    }
  }

  /// The API's own spelling begins with a capital.
  private static boolean reads(String source, String key) {
    return source.contains('"' + key.toLowerCase(Locale.ROOT) + '"');
  }

  private static boolean refused(SchemaNode property) {
    return property.text("x-unavailable").isPresent();
  }

  private static Path file(String name) {
    return TOP.resolve("schema/src/main/resources/dev/cairn/schema").resolve(name);
  }

  private static SchemaNode schema(String name) throws IOException {
    return SchemaNode.of((Value.Fields) Json.read(Files.readString(file(name))));
  }

  private static String source(Path readers) throws IOException {
    try (Stream<Path> files = Files.walk(TOP.resolve(readers))) {
      List<String> sources = new ArrayList<>();
      for (Path source : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        // Structure names the keys that it cuts out; that is no reading.
        if (!source.endsWith("Structure.java")) {
          sources.add(Files.readString(source).toLowerCase(Locale.ROOT));
        }
      }
      return sources.stream().collect(Collectors.joining());
    }
  }
}
