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

/// Docker engines and what runs on them. A session is with one engine: its settings are the
/// attributes of a `docker.host`.
public final class DockerProvider implements Provider {
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
    return new Scope(Names.PROVIDER, settings, null, null);
  }

  @Override
  public Session open(Scope scope) {
    return new DockerSession(scope);
  }
}
