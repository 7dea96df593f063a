package dev.cairn.core.apply;

import dev.cairn.api.event.Event;
import dev.cairn.codec.Seal;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.time.Time;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// What an applier works with.
///
/// @param seal knows again the secrets of a plan file
/// @param random spreads retries; nothing that is recorded depends on it
/// @param events takes events from several threads
public record Means(
    Catalog catalog,
    Sessions sessions,
    Resolver resolver,
    Seal seal,
    Event.Sink events,
    Time time,
    RandomGenerator random,
    Patience patience) {
  public Means {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(sessions, "sessions");
    Objects.requireNonNull(resolver, "resolver");
    Objects.requireNonNull(seal, "seal");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(patience, "patience");
  }
}
