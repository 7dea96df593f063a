package dev.cairn.core.world;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.core.schema.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A catalogue of the one provider.
public record WorldCatalog(WorldProvider world) implements Catalog {
  @Override
  public Optional<Provider> provider(String name) {
    return name.equals(world.name()) ? Optional.of(world) : Optional.empty();
  }

  @Override
  public Optional<ResourceType> type(TypeName name) {
    return name.equals(ThingType.NAME) ? Optional.of(world.types().getFirst()) : Optional.empty();
  }

  @Override
  public Optional<TypeSchema> schema(TypeName name) {
    return name.equals(ThingType.NAME) ? Optional.of(ThingType.schema()) : Optional.empty();
  }

  @Override
  public Optional<TypeSchema> lookup(TypeName name) {
    return Optional.empty();
  }

  @Override
  public SortedSet<TypeName> types() {
    return new TreeSet<>(List.of(ThingType.NAME));
  }

  @Override
  public SortedSet<TypeName> lookups() {
    return new TreeSet<>(List.of(WorldProvider.CENSUS));
  }
}
