package dev.cairn.docker;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.docker.remote.DockerSession;
import dev.cairn.docker.type.ContainerType;
import dev.cairn.docker.type.HostType;
import dev.cairn.docker.type.ImageType;
import dev.cairn.docker.type.Names;
import dev.cairn.docker.type.NetworkType;
import dev.cairn.docker.type.VolumeType;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Docker engines and what runs on them. A session is with one engine: its settings are those
/// attributes of a `docker.host` that say which machine it is and how it is reached.
public final class DockerProvider implements Provider {
  private static final Set<String> CONNECTION = Set.of("endpoint", "tls", "certPath", "identity");

  private final List<ResourceType> types =
      List.of(
          new HostType(),
          new ImageType(),
          new NetworkType(),
          new VolumeType(),
          new ContainerType());

  @Override
  public String name() {
    return Names.PROVIDER;
  }

  @Override
  public List<ResourceType> types() {
    return types;
  }

  @Override
  public List<TypeName> lookups() {
    return List.of();
  }

  @Override
  public Scope scope(Value.Fields settings) {
    SortedMap<String, Value> kept = new TreeMap<>(settings.fields());
    kept.keySet().retainAll(CONNECTION);
    return new Scope(Names.PROVIDER, new Value.Fields(kept), null, null);
  }

  @Override
  public Session open(Scope scope) {
    return new DockerSession(scope);
  }
}
