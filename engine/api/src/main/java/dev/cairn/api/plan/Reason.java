package dev.cairn.api.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import org.jspecify.annotations.Nullable;

/// Why a change is planned.
public sealed interface Reason {
  /// The resource is new in the stack.
  record Added(@Nullable SourceRange where) implements Reason {}

  /// The resource is no longer in the stack.
  record Removed() implements Reason {}

  /// Nothing of the stack is wanted: `destroy`.
  record Destroyed() implements Reason {}

  /// The stack sets the attribute to something else than it was applied with.
  record Edited(Path path, @Nullable SourceRange where) implements Reason {}

  /// The stack no longer sets the attribute: it goes back to what it is without it.
  ///
  /// @param standard that in words, where it has no value
  record Unset(Path path, @Nullable String standard) implements Reason {}

  /// The stack no longer sets the attribute: it stays on the object and is no longer managed.
  ///
  /// @param because why nobody can know what it would go back to
  record Released(Path path, String because) implements Reason {}

  /// The stack sets the attribute to something else, and it is used at creation only.
  record CreationOnly(Path path, @Nullable SourceRange where) implements Reason {}

  /// Reality is no longer what was applied.
  record Drifted(Path path, @Nullable Value recorded, @Nullable Value observed) implements Reason {}

  /// An attribute that another resource computes is no longer what it was.
  record DriftedOutput(Path path, AttributeRef source) implements Reason {}

  /// Something that this resource refers to is replaced.
  record TargetReplaced(Path path, Address target) implements Reason {}

  /// Something that this resource refers to is new.
  record TargetAdded(Path path, Address target) implements Reason {}

  /// The object has what the stack says; its record does not.
  record Unrecorded(Path path) implements Reason {}

  /// The recorded object is gone.
  record Missing() implements Reason {}

  /// A step of an earlier run is outstanding.
  record Unfinished() implements Reason {}

  /// It could not be read: nobody knows how it is.
  ///
  /// @param place that gave no answer
  record Unread(String place) implements Reason {}

  /// It depends on something that could not be read, or is still used by something that waits.
  ///
  /// @param action what would be done with it
  /// @param unread what could not be read
  record Waits(Action action, Address unread) implements Reason {}

  /// An option asks for it: `--replace`, `removed`, an override.
  record Requested(String option) implements Reason {}
}
