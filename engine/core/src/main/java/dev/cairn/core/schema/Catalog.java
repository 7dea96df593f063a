package dev.cairn.core.schema;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import java.util.Optional;
import java.util.SortedSet;

/// Every resource type and lookup that there is. A schema is read when it is first asked for.
public interface Catalog {
  Optional<Provider> provider(String name);

  Optional<ResourceType> type(TypeName name);

  /// The schema of a resource type.
  Optional<TypeSchema> schema(TypeName name);

  /// The schema of a lookup: what it computes are its outputs, the others its arguments.
  Optional<TypeSchema> lookup(TypeName name);

  /// The names of all resource types.
  SortedSet<TypeName> types();

  /// The names of all lookups.
  SortedSet<TypeName> lookups();
}
