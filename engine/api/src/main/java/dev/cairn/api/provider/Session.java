package dev.cairn.api.provider;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.util.List;

/// The remote half of a provider's types in one scope. Thread-safe; blocks. Remote trouble is
/// always a value, never an exception.
///
/// [#send] is the one method that changes anything, and only the engine's gate calls it: claim,
/// journal and time limit are around it.
public interface Session extends AutoCloseable {
  /// Who we are to the service: for AWS `account` and `arn`, for Docker the engine's `id` and
  /// `version`. Asked once in a run.
  Answer identity();

  /// Reads many objects of one type in as few calls as the service allows.
  ///
  /// @return as many readings as requests, in their order
  List<Reading> readMany(TypeName type, List<ReadRequest> requests);

  /// All objects of a type that carry the ownership, all pages.
  Listing findByOwnership(TypeName type, OwnershipQuery query);

  /// The objects of a type that have these attributes: the natural key of its schema, or tags for
  /// adoption.
  Listing findByNaturalKey(TypeName type, Value.Fields key);

  /// Asks a lookup.
  Answer lookup(TypeName type, Value.Fields arguments);

  /// Sends one declared call. No retry of any kind happens below this, but of reads.
  ///
  /// @param call with every argument known
  Reply send(TypeName type, Call call, Target target);

  /// Looks once, by reading alone, whether the object is what the step has promised: available,
  /// healthy, gone. Called after the last call of a step, again and again until it is ready or the
  /// step's time is up.
  Progress probe(TypeName type, Action action, Target target);

  @Override
  void close();
}
