package dev.cairn.core.provider;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.event.Event;
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
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/// Opens one session for each scope and closes them all. Thread-safe. A read or a call that has no
/// answer for five seconds is said.
public final class Sessions implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Catalog catalog;
  private final Event.Sink events;
  private final ScheduledThreadPoolExecutor clock;
  private final Map<Scope, Session> open = new ConcurrentHashMap<>();

  /// @param events takes what is said of answers that take long
  public Sessions(Catalog catalog, Event.Sink events) {
    this.catalog = catalog;
    this.events = events;
    clock =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("slow-answers").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    clock.setRemoveOnCancelPolicy(true);
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
    return new TimedSession(provider.open(scope), new SlowAnswers(scope, PATIENCE, clock, events));
  }

  @Override
  public void close() {
    List<Session> sessions = new ArrayList<>(open.values());
    open.clear();
    sessions.forEach(Session::close);
    clock.shutdownNow();
  }
}
