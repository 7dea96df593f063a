package dev.cairn.docker.remote;

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
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.docker.type.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A session with one engine, over one pool of connections.
public final class DockerSession implements Session {
  private final Engine engine;
  private final Hosts hosts;
  private final Map<TypeName, Kind> kinds;

  /// @param scope its settings are the attributes of a host
  public DockerSession(Scope scope) {
    engine = new Engine(scope.settings());
    hosts = new Hosts(engine, scope.settings());
    kinds =
        Map.of(
            Names.HOST, hosts,
            Names.IMAGE, new Images(engine),
            Names.NETWORK, new Networks(engine),
            Names.VOLUME, new Volumes(engine),
            Names.CONTAINER, new Containers(engine));
  }

  private Kind kind(TypeName type) {
    return Objects.requireNonNull(kinds.get(type), () -> "not a type of this provider: " + type);
  }

  @Override
  public Answer identity() {
    return hosts.identity();
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    return requests.isEmpty() ? List.of() : kind(type).read(requests);
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    return kind(type).owned(query);
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    return kind(type).matching(key);
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    return new Answer.Withheld(
        Failures.rejected(type.toString(), "NoLookup", "there is no lookup " + type));
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    return kind(type).send(call, target);
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    return action == Action.DELETE ? kind(type).gone(target) : kind(type).reached(target);
  }

  @Override
  public void close() {
    engine.close();
  }
}
