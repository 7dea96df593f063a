package dev.cairn.core.schema;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedSet;

/// A provider that has schemas and nothing behind them.
public final class SampleProvider implements Provider {
  /// A catalogue of this provider alone.
  public static Catalog catalog() {
    return new Types(List.of(new SampleProvider()));
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<ResourceType> types() {
    return List.of(
        new Kind(new TypeName("sample", "network")), new Kind(new TypeName("sample", "host")));
  }

  @Override
  public List<TypeName> lookups() {
    return List.of(new TypeName("sample", "zones"));
  }

  @Override
  public Scope scope(Value.Fields settings) {
    return new Scope("sample", settings, null, null);
  }

  @Override
  public Session open(Scope scope) {
    throw new IllegalStateException("the sample provider opens no session");
  }

  private record Kind(TypeName name) implements ResourceType {
    @Override
    public List<Call> create(Desired desired) {
      return List.of();
    }

    @Override
    public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
      return List.of();
    }

    @Override
    public List<Call> delete(Value.Fields from) {
      return List.of();
    }
  }
}
