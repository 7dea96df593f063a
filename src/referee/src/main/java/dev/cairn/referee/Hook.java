package dev.cairn.referee;

import java.util.Optional;

/// A rule or a fault. Called on the thread of the connection, which may be made to wait; several
/// connections call at once.
public interface Hook {
  /// A request has come and has not been forwarded.
  default Verdict beforeForward(Exchange exchange) {
    return Verdict.PASS;
  }

  /// The service has answered, and nothing of it has reached the client.
  ///
  /// @param body the whole answer; empty where it is passed on while it comes
  default Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    return Verdict.PASS;
  }

  /// The client has the whole answer.
  default void afterReply(Exchange exchange, int status) {}
}
