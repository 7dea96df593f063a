package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The scopes of a stack: of each provider instance and region, and of each host.
final class Scopes {
  private final Catalog catalog;
  private final Map<String, Value.Fields> settings = new HashMap<>();
  private final Map<String, SourceRange> places = new HashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<Address, Scope> hosts = new HashMap<>();

  Scopes(Catalog catalog) {
    this.catalog = catalog;
  }

  /// @param range of its entry in `providers`
  void provider(String instance, Value.Fields evaluated, SourceRange range) {
    settings.put(instance, evaluated);
    places.put(instance, range);
  }

  Value.Fields settings(String instance) {
    return settings.getOrDefault(instance, Value.Fields.EMPTY);
  }

  /// What a provider instance says of all objects of a type.
  Value.Fields defaults(TypeName type, String instance) {
    return provider(type.provider()).defaults(type, settings(instance));
  }

  /// The scope of a resource.
  ///
  /// @param attributes its own, in normal form
  /// @return empty where its host is not a host of this stack
  Optional<Scope> of(
      TypeSchema schema,
      String instance,
      @Nullable Value region,
      Address address,
      Value.Fields attributes) {
    return switch (schema.home()) {
      case PROVIDER -> Optional.of(account(schema.type().provider(), instance, region));
      case SELF -> {
        Scope own = provider(schema.type().provider()).scope(attributes);
        Scope host = new Scope(own.provider(), own.settings(), own.credential(), address);
        hosts.put(address, host);
        yield Optional.of(host);
      }
      case HOST ->
          attributes.get("host").orElse(null) instanceof Value.Ref(Address target)
              ? Optional.ofNullable(hosts.get(target))
              : Optional.empty();
    };
  }

  Scope account(String provider, String instance, @Nullable Value region) {
    String key = provider + " " + instance + " " + region;
    return accounts
        .computeIfAbsent(
            key,
            _ -> {
              Value.Fields own = settings(instance);
              return region == null
                  ? new Account(provider(provider).scope(own), places.get(instance))
                  : new Account(provider(provider).scope(own.with("region", region)), null);
            })
        .scope();
  }

  /// The hosts that are known by now how to connect with.
  SortedMap<Address, Scope> hosts() {
    SortedMap<Address, Scope> known = new TreeMap<>(hosts);
    known.values().removeIf(scope -> !scope.settings().known());
    return known;
  }

  List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  Provider provider(String name) {
    return catalog
        .provider(name)
        .orElseThrow(() -> new IllegalStateException("no provider " + name));
  }
}
