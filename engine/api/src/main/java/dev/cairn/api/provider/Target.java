package dev.cairn.api.provider;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.Action;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The object that a call or a probe is about.
///
/// @param id null before the first call of a creation has been answered
/// @param attributes what it shall have after the step, or for a deletion has: desired or recorded
///   attributes, overlaid with the replies so far
/// @param ownership what a created object must carry from its first instant
/// @param action what the step does: `CREATE`, `UPDATE` (also to settle) or `DELETE`
/// @param call the number of the call in its step, from 0
/// @param calls how many calls the step has
public record Target(
    @Nullable String id,
    Value.Fields attributes,
    Ownership ownership,
    Action action,
    int call,
    int calls) {
  public Target {
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(ownership, "ownership");
    Objects.requireNonNull(action, "action");
  }

  public OperationId operation() {
    return ownership.operation();
  }

  /// Whether this is the call that completes the step.
  public boolean last() {
    return call == calls - 1;
  }

  /// The id of an object that exists.
  ///
  /// @throws IllegalStateException before it exists, which only a wrong order of calls can lead to
  public String existing() {
    if (id == null) {
      throw new IllegalStateException(
          "call " + call + " of " + operation() + " needs an object that does not exist yet");
    }
    return id;
  }

  /// The same on every attempt and in every process.
  public String clientToken() {
    return operation().clientToken(call);
  }
}
