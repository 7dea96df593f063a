package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The three forms of one attribute's value: written in a stack file, normal, in the Engine API.
/// Values may hold unknowns and marks.
public interface Form {
  /// The normal form. Idempotent; leaves what it does not understand as it is.
  default Value normal(Value written) {
    return written;
  }

  /// The API's form of a normal value.
  default Value toApi(Value normal) {
    return normal;
  }

  /// The normal form of what the engine reports; empty where that means "not set".
  ///
  /// @param api null where the engine reports nothing
  Optional<Value> fromApi(@Nullable Value api);

  /// Whether [#normal] has made of it what [#toApi] takes.
  default boolean understands(Value normal) {
    return true;
  }

  /// Whether a value that is wholly unknown when the plan is made can go into a call as it comes.
  default boolean late() {
    return false;
  }
}
