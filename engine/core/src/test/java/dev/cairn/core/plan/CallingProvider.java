package dev.cairn.core.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedSet;

/// The sample types with one call for each thing that is done.
final class CallingProvider implements Provider {
  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<ResourceType> types() {
    return List.of(
        new Calling(new TypeName("sample", "network")),
        new Calling(new TypeName("sample", "host")));
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
    throw new IllegalStateException("planning opens no session");
  }

  private record Calling(TypeName name) implements ResourceType {
    @Override
    public List<Call> create(Desired desired) {
      return List.of(
          new Call(
              "sample:Create", desired.attributes().without("rules"), Repeat.FIND_BY_OPERATION));
    }

    @Override
    public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
      Value.Fields arguments = Value.Fields.EMPTY;
      for (Path path : changed) {
        arguments =
            arguments.with(
                path.toString(), to.attributes().at(path).orElse(Value.text("(removed)")));
      }
      return changed.isEmpty()
          ? List.of()
          : List.of(new Call("sample:Change", arguments, Repeat.SAFE));
    }

    @Override
    public List<Call> delete(Value.Fields from) {
      return List.of(new Call("sample:Delete", Value.Fields.EMPTY, Repeat.SAFE));
    }
  }
}
