package dev.cairn.core.run;

import dev.cairn.api.event.Event;
import dev.cairn.api.state.Intent.Holder;
import dev.cairn.api.state.Journals;
import dev.cairn.api.state.StateStore;
import dev.cairn.codec.Hmac;
import dev.cairn.codec.Seal;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.time.Time;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What runs work with.
///
/// @param key the project's digest key; without it plans with secrets are previews
/// @param file where the stack is
/// @param inputs the files and secrets that expressions may read
/// @param self this process
/// @param random gives ids, so a secure one outside of tests
/// @param events takes events from several threads
public record Services(
    Catalog catalog,
    StateStore store,
    Journals journals,
    Optional<Hmac> key,
    StackFile file,
    Inputs inputs,
    Source source,
    Processes processes,
    Holder self,
    Time time,
    RandomGenerator random,
    Event.Sink events) {
  public Services {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(journals, "journals");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(processes, "processes");
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(events, "events");
  }

  /// The newest state of a request's stack.
  StackState state(RunRequest request) {
    return StackState.load(store, request.paths(), request.lineage(), seal(), file);
  }

  Seal seal() {
    return Seal.by(key);
  }

  /// Tells that a part of a run begins.
  void phase(String name, String detail) {
    events.accept(new Event.Phase(name, detail));
  }
}
