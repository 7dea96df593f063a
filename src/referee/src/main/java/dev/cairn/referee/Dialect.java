package dev.cairn.referee;

import dev.cairn.referee.http.Head;

/// What a service's requests mean.
interface Dialect {
  /// @param content of the body; empty where [#reads] does not want it
  Exchange read(Head head, byte[] content);

  /// Whether the body must be read whole before the request can be named.
  boolean reads(Head head);

  /// Whether answers are read whole before they are passed on.
  boolean holdsAnswers();

  /// How the service says that a call is not allowed.
  Verdict refusal(Head head, Exchange exchange);
}
