package dev.cairn.core.provider;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.util.List;

/// A session whose reads are said when they take long. A mutating call may take as long as it does:
/// a container's end, an image's way over the network.
record TimedSession(Session session, SlowReads slow) implements Session {
  @Override
  public Answer identity() {
    return slow.told("its identity", session::identity);
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    return slow.told(type.toString(), () -> session.readMany(type, requests));
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    return slow.told(type.toString(), () -> session.findByOwnership(type, query));
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    return slow.told(type.toString(), () -> session.findByNaturalKey(type, key));
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    return slow.told(type.toString(), () -> session.lookup(type, arguments));
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    return session.send(type, call, target);
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    return slow.told(type.toString(), () -> session.probe(type, action, target));
  }

  @Override
  public void close() {
    session.close();
  }
}
