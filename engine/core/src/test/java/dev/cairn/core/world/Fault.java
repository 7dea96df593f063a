package dev.cairn.core.world;

import dev.cairn.api.resource.Failure;

/// What goes wrong with one call.
public sealed interface Fault {
  /// Refused; nothing is done.
  record Refuse(Failure.Kind kind) implements Fault {}

  /// Carried out, but nobody hears of it.
  record LoseReply() implements Fault {}

  /// Never arrives, and nobody hears of that either.
  record LoseRequest() implements Fault {}

  /// Carried out twice, and nobody hears of it.
  record Double() implements Fault {}

  /// The provider itself breaks.
  record Crash() implements Fault {}
}
