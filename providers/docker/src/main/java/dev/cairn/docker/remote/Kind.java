package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.util.List;

/// The remote half of one resource type on one engine.
interface Kind {
  List<Reading> read(List<ReadRequest> requests);

  Listing owned(OwnershipQuery query);

  Listing matching(Value.Fields key);

  Reply send(Call call, Target target);

  /// Whether a created or changed object is what it shall be.
  Progress reached(Target target);

  /// Whether a deleted object is gone.
  Progress gone(Target target);
}
