package dev.cairn.core.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The JSON Schemas on the class path, each read once, when it is first asked for. Thread-safe.
public final class SchemaFiles {
  private static final String ROOT = "dev/cairn/schema/";
  private final ClassLoader loader;
  private final Map<String, Optional<Value.Fields>> read = new ConcurrentHashMap<>();

  public SchemaFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /// The schemas of this distribution.
  public static SchemaFiles bundled() {
    return new SchemaFiles(SchemaFiles.class.getClassLoader());
  }

  /// The schema of a resource type's attributes.
  public Optional<Value.Fields> type(TypeName name) {
    return file("types/" + name.provider() + "/" + name.name() + ".json");
  }

  /// The schema of a lookup's arguments and outputs.
  public Optional<Value.Fields> lookup(TypeName name) {
    return file("lookups/" + name.provider() + "/" + name.name() + ".json");
  }

  /// The schema of a provider's settings; empty where nothing is said of them.
  public Optional<Value.Fields> provider(String name) {
    return file("providers/" + name + ".json");
  }

  /// The schema of a kind of document: `stack`, `project`.
  public Value.Fields document(String name) {
    return file(name + ".json")
        .orElseThrow(() -> new IllegalStateException("no schema for " + name + " documents"));
  }

  private Optional<Value.Fields> file(String path) {
    return read.computeIfAbsent(path, this::load);
  }

  private Optional<Value.Fields> load(String path) {
    try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
      return in == null ? Optional.empty() : Optional.of(object(path, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("schema " + path, e);
    }
  }

  private static Value.Fields object(String path, byte[] json) {
    if (Json.read(json) instanceof Value.Fields fields) {
      return fields;
    }
    throw new IllegalStateException("schema " + path + " is no JSON object");
  }
}
