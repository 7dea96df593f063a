package dev.cairn.api.plan;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One action on one object. Steps are data: what they wait for is resolved in the plan and visible
/// in it.
public sealed interface Step {
  StepKey key();

  /// The steps that must have ended well before this one starts.
  SortedSet<StepKey> waitsFor();

  /// The steps that this one holds, in their order.
  default List<Step> inner() {
    return switch (this) {
      case IfChanged branch -> branch.steps();
      case Transaction transaction ->
          Stream.concat(transaction.forward().stream(), transaction.reverse().stream()).toList();
      case Create ignored -> List.of();
      case Update ignored -> List.of();
      case Delete ignored -> List.of();
      case Read ignored -> List.of();
      case Amend ignored -> List.of();
      case Write ignored -> List.of();
    };
  }

  /// Where it changes or asks something; empty for a step that is about the state alone. Of steps
  /// that hold others, where those do.
  default List<Scope> scopes() {
    return switch (this) {
      case Create create -> List.of(create.desired().scope());
      case Update update -> List.of(update.desired().scope());
      case Delete delete -> List.of(delete.target().scope());
      case Read read -> List.of(read.scope());
      case Amend ignored -> List.of();
      case Write ignored -> List.of();
      case IfChanged ignored -> inner().stream().flatMap(step -> step.scopes().stream()).toList();
      case Transaction ignored -> inner().stream().flatMap(step -> step.scopes().stream()).toList();
    };
  }

  /// The record that the step starts from; null where it makes one, or is about no resource.
  default @Nullable Recorded before() {
    return null;
  }

  /// The mutating calls that this step declares, in order.
  List<Call> calls();

  /// Makes an object.
  ///
  /// @param before the record that the object is added to: of a replacement made first, or with
  ///   strays; null for a new resource
  record Create(
      StepKey key,
      SortedSet<StepKey> waitsFor,
      Desired desired,
      @Nullable Recorded before,
      List<Call> calls)
      implements Step {
    public Create {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(desired, "desired");
      calls = List.copyOf(calls);
    }
  }

  /// Changes an object in place; also settles one that a step of this plan has made.
  ///
  /// @param before the record; null where a step of this plan makes the object
  /// @param differences what this step changes
  record Update(
      StepKey key,
      SortedSet<StepKey> waitsFor,
      Desired desired,
      @Nullable Recorded before,
      List<Difference> differences,
      List<Call> calls)
      implements Step {
    public Update {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(desired, "desired");
      differences = List.copyOf(differences);
      calls = List.copyOf(calls);
    }
  }

  /// Deletes an object: the current one, or a deposed or stray one.
  record Delete(
      StepKey key,
      SortedSet<StepKey> waitsFor,
      Recorded before,
      RemoteObject target,
      List<Call> calls)
      implements Step {
    public Delete {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(target, "target");
      calls = List.copyOf(calls);
    }
  }

  /// Asks a lookup whose arguments are not known before apply, and records the answer.
  record Read(
      StepKey key, SortedSet<StepKey> waitsFor, TypeName type, Scope scope, Value.Fields arguments)
      implements Step {
    public Read {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(arguments, "arguments");
    }

    @Override
    public List<Call> calls() {
      return List.of();
    }
  }

  /// Changes a record and nothing else: adopt, move, forget, release, or attributes that reality
  /// already has.
  record Amend(
      StepKey key,
      SortedSet<StepKey> waitsFor,
      Action action,
      @Nullable Recorded before,
      @Nullable Recorded after)
      implements Step {
    public Amend {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(action, "action");
    }

    @Override
    public List<Call> calls() {
      return List.of();
    }
  }

  /// Writes a record of the stack itself: the pinned answer of a lookup, or the outputs.
  record Write(StepKey key, SortedSet<StepKey> waitsFor, Value.Fields content) implements Step {
    public Write {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(content, "content");
    }

    @Override
    public List<Call> calls() {
      return List.of();
    }
  }

  /// Steps that are carried out only if a value that is unknown in the plan turns out to have
  /// changed. The one kind of step that apply may omit: all of it or nothing.
  record IfChanged(StepKey key, SortedSet<StepKey> waitsFor, Difference trigger, List<Step> steps)
      implements Step {
    public IfChanged {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      Objects.requireNonNull(trigger, "trigger");
      steps = List.copyOf(steps);
    }

    @Override
    public List<Call> calls() {
      return steps.stream().flatMap(step -> step.calls().stream()).toList();
    }
  }

  /// Steps that stand or fall together. A failure at or before the step `noReturnAfter` runs
  /// `reverse`; after it, only forward.
  ///
  /// @param noReturnAfter the number of the last step in `forward` that can be undone
  record Transaction(
      StepKey key,
      SortedSet<StepKey> waitsFor,
      List<Step> forward,
      int noReturnAfter,
      List<Step> reverse)
      implements Step {
    public Transaction {
      Objects.requireNonNull(key, "key");
      waitsFor = copy(waitsFor);
      forward = List.copyOf(forward);
      reverse = List.copyOf(reverse);
    }

    @Override
    public List<Call> calls() {
      return forward.stream().flatMap(step -> step.calls().stream()).toList();
    }
  }

  private static SortedSet<StepKey> copy(SortedSet<StepKey> keys) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(keys));
  }
}
