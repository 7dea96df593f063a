package dev.cairn.core.provider;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.core.schema.Catalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Opens one session for each scope and closes them all. Thread-safe.
public final class Sessions implements AutoCloseable {
  private final Catalog catalog;
  private final Map<Scope, Session> open = new ConcurrentHashMap<>();

  public Sessions(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The session for a scope, opened if need be; no I/O.
  public Session in(Scope scope) {
    return open.computeIfAbsent(scope, this::open);
  }

  /// How long a read of a type may not show yet what was done.
  public Duration readLag(TypeName type) {
    return schema(type).map(TypeSchema::readLag).orElse(Duration.ZERO);
  }

  public Optional<TypeSchema> schema(TypeName type) {
    return catalog.schema(type);
  }

  private Session open(Scope scope) {
    Provider provider =
        catalog
            .provider(scope.provider())
            .orElseThrow(() -> new IllegalArgumentException("no provider " + scope.provider()));
    return provider.open(scope);
  }

  @Override
  public void close() {
    List<Session> sessions = new ArrayList<>(open.values());
    open.clear();
    sessions.forEach(Session::close);
  }
}
