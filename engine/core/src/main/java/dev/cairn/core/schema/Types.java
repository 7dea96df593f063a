package dev.cairn.core.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The catalogue of what some providers offer. A schema is read when it is first asked for; the
/// types of a provider are listed when one of them is. Thread-safe.
public final class Types implements Catalog {
  private final SortedMap<String, Provider> providers = new TreeMap<>();
  private final SchemaFiles files;
  private final Map<String, SortedMap<TypeName, ResourceType>> types = new ConcurrentHashMap<>();
  private final Map<TypeName, Optional<TypeSchema>> schemas = new ConcurrentHashMap<>();
  private final Map<TypeName, Optional<TypeSchema>> lookupSchemas = new ConcurrentHashMap<>();

  public Types(List<Provider> providers) {
    this(providers, SchemaFiles.bundled());
  }

  public Types(List<Provider> providers, SchemaFiles files) {
    this.files = files;
    for (Provider provider : providers) {
      if (this.providers.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are named " + provider.name());
      }
    }
  }

  @Override
  public Optional<Provider> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  @Override
  public Optional<ResourceType> type(TypeName name) {
    return provider(name.provider()).map(this::typesOf).map(offered -> offered.get(name));
  }

  @Override
  public Optional<TypeSchema> schema(TypeName name) {
    return schemas.computeIfAbsent(name, this::readSchema);
  }

  @Override
  public Optional<TypeSchema> lookup(TypeName name) {
    return lookupSchemas.computeIfAbsent(name, this::readLookup);
  }

  @Override
  public SortedSet<TypeName> types() {
    SortedSet<TypeName> names = new TreeSet<>();
    providers.values().forEach(provider -> names.addAll(typesOf(provider).keySet()));
    return names;
  }

  @Override
  public SortedSet<TypeName> lookups() {
    SortedSet<TypeName> names = new TreeSet<>();
    providers.values().forEach(provider -> names.addAll(provider.lookups()));
    return names;
  }

  private SortedMap<TypeName, ResourceType> typesOf(Provider provider) {
    return types.computeIfAbsent(provider.name(), ignored -> list(provider));
  }

  private static SortedMap<TypeName, ResourceType> list(Provider provider) {
    SortedMap<TypeName, ResourceType> listed = new TreeMap<>();
    provider.types().forEach(type -> listed.put(type.name(), type));
    return Collections.unmodifiableSortedMap(listed);
  }

  private Optional<TypeSchema> readSchema(TypeName name) {
    return type(name)
        .flatMap(ignored -> files.type(name))
        .map(document -> SchemaReader.read(name, document));
  }

  private Optional<TypeSchema> readLookup(TypeName name) {
    return provider(name.provider())
        .filter(provider -> provider.lookups().contains(name))
        .flatMap(ignored -> files.lookup(name))
        .map(document -> SchemaReader.read(name, document));
  }
}
