package dev.cairn.api.resource;

import dev.cairn.api.address.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a remote service answered instead of what was asked. The kind is decided on the service's
/// code, never on its text.
///
/// @param call the API's name of the call, `ec2:CreateVpc` or `docker:ContainerCreate`
/// @param code the service's own code, or the HTTP status
/// @param at the attribute that is at fault, where the service says so
/// @param text the service's words, for display only
public record Failure(
    Kind kind,
    String call,
    String code,
    @Nullable String requestId,
    @Nullable Path at,
    String text) {
  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
  }

  /// The kinds that decisions are made on.
  public enum Kind {
    NOT_FOUND,
    EXISTS,
    DENIED,
    THROTTLED,
    /// The object is in the way of itself or of another: in use, wrong state, dependency.
    CONFLICT,
    QUOTA,
    /// No definite answer: time-out, refused connection, 5xx.
    UNAVAILABLE,
    REJECTED,
    /// The credentials have ended.
    EXPIRED
  }
}
