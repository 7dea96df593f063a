package dev.cairn.core.apply;

import dev.cairn.api.resource.Failure;
import org.jspecify.annotations.Nullable;

/// How a step ended.
sealed interface StepEnd {
  /// @param id of the object concerned; null where there is none
  record Well(@Nullable String id) implements StepEnd {}

  /// @param undecided whether an object may exist that nobody has seen
  record Failed(@Nullable String id, Failure failure, boolean undecided) implements StepEnd {}
}
