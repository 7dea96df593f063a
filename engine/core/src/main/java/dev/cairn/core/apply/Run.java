package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Uid;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Journal;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied.End;
import dev.cairn.core.document.AttributeValidation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that the steps of one run share. Thread-safe.
final class Run {
  final Means means;
  final Intent intent;
  final Journal journal;
  final Claim claim;
  final Cancellation cancellation;
  final Agenda agenda;
  final Ledger ledger = new Ledger();
  final Records records;
  private final Resolution resolution;
  final Numbering numbering;
  final Unfitting unfitting;
  private final Map<Address, Object> revising = new ConcurrentHashMap<>();
  private final Map<Scope, Slots> slots = new ConcurrentHashMap<>();
  private @Nullable Throwable broken;

  Run(Means means, Intent intent, Journal journal, Claim claim, Cancellation cancellation) {
    this.means = means;
    this.intent = intent;
    this.journal = journal;
    this.claim = claim;
    this.cancellation = cancellation;
    this.agenda = new Agenda(intent.plan(), cancellation);
    this.records = new Records(means.catalog(), intent);
    this.unfitting = new Unfitting(new AttributeValidation(means.catalog()));
    this.resolution = new Resolution(means, ledger);
    this.numbering = new Numbering(intent.plan());
  }

  /// What limits the calls to one account and region, or to one engine: none slows another.
  Slots slots(Scope scope) {
    return slots.computeIfAbsent(
        scope,
        one ->
            new Slots(
                means.catalog().provider(one.provider()).map(Provider::parallelism).orElse(1),
                means.time()));
  }

  Instant now() {
    return means.time().now();
  }

  boolean pause(Duration duration) {
    return cancellation.pause(means.time(), duration);
  }

  /// The step is about to send its first call, or has none to send: from now on it is under way.
  void begin(StepKey key) {
    StepKey whole = numbering.whole(key);
    if (ledger.begin(whole)) {
      tell(new Event.Started(whole));
    }
  }

  /// Whether the run is to end before the step does anything: aborted, or draining while nothing of
  /// the step has begun.
  boolean endsBefore(StepKey key) {
    return cancellation.aborted() || (cancellation.draining() && !begun(key));
  }

  boolean begun(StepKey key) {
    return ledger.begun(numbering.whole(key));
  }

  void tell(Event event) {
    means.events().accept(event);
  }

  /// The value with what finished steps give put in place.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where an expression fails
  Value.Fields resolve(Value.Fields value) {
    return value.known() ? value : resolution.all(value);
  }

  /// The same, without what cannot be evaluated.
  Value.Fields resolveKnown(Value.Fields value) {
    return resolution.known(value);
  }

  /// Credentials that have ended end the run.
  Failure heed(Failure failure) {
    if (failure.kind() == Kind.EXPIRED) {
      agenda.stop(End.EXPIRED);
    }
    return failure;
  }

  /// The engine itself has failed: nothing more is started.
  synchronized void broke(Throwable failure) {
    if (broken == null) {
      broken = failure;
    }
    agenda.stop(End.ABORTED);
  }

  /// Throws what broke the engine.
  synchronized void sound() {
    switch (broken) {
      case null -> {}
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /// A step changes its resource's record. Steps of one resource run at once, so a change is a
  /// function of the record as it is now, one at a time for each address; it is durable before
  /// anybody builds upon it, and the journal has the changes in the order in which they were made.
  ///
  /// @param before the record as the plan knows it
  /// @param change takes null where there is no record, and gives null where none is left
  @Nullable Recorded revise(
      OperationId operation,
      StepKey key,
      @Nullable Recorded before,
      Function<@Nullable Recorded, @Nullable Recorded> change) {
    synchronized (revising.computeIfAbsent(key.address(), address -> new Object())) {
      Recorded after = change.apply(ledger.base(key.address(), before).orElse(null));
      journal.done(operation, key, after);
      ledger.record(key.address(), after);
      return after;
    }
  }

  /// A step has made an object, and perhaps others of the same operation.
  Recorded created(
      OperationId operation,
      Step.Create step,
      Uid uid,
      Desired desired,
      RemoteObject object,
      List<Found> strays) {
    if (!strays.isEmpty()) {
      ledger.stray(step.key().address());
    }
    Set<String> deleted = numbering.deleted(step.key().address());
    Recorded after =
        revise(
            operation,
            step.key(),
            step.before(),
            now ->
                records.strayed(
                    records.created(desired, uid, now, object, deleted),
                    strays,
                    object.scope(),
                    operation,
                    desired.set()));
    return Objects.requireNonNull(after);
  }

  /// Whether attributes of the step's resource are still to be set by a step of its own.
  boolean settlesLater(StepKey key) {
    return (key.kind().equals("create") || key.kind().equals("update"))
        && numbering.has(new StepKey(key.address(), "settle", 0));
  }

  /// Whether the plan deletes an object of the resource.
  boolean deletes(Address address, String id) {
    return numbering.deleted(address).contains(id);
  }
}
