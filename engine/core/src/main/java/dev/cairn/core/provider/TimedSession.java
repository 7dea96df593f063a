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

/// A session whose reads and calls are said when they take long.
record TimedSession(Session session, SlowAnswers slow) implements Session {
  @Override
  public Answer identity() {
    return slow.read("its identity", session::identity);
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    return slow.read(type.toString(), () -> session.readMany(type, requests));
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    return slow.read(type.toString(), () -> session.findByOwnership(type, query));
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    return slow.read(type.toString(), () -> session.findByNaturalKey(type, key));
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    return slow.read(type.toString(), () -> session.lookup(type, arguments));
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    return slow.called(call.api(), () -> session.send(type, call, target));
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    return slow.read(type.toString(), () -> session.probe(type, action, target));
  }

  @Override
  public void close() {
    session.close();
  }
}
