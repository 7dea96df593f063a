package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Pairs;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A Docker engine. Cairn makes none and changes none: creating it waits until the engine answers,
/// deleting it forgets it.
public final class HostType implements ResourceType {
  @Override
  public TypeName name() {
    return Names.HOST;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Change.each(written, "labels", Pairs.MAP::normal);
  }

  @Override
  public List<Problem> check(Value.Fields attributes) {
    Optional<String> endpoint = attributes.text("endpoint");
    if (endpoint.isEmpty() || endpoint.get().matches("(unix:///|tcp://[^/]).*")) {
      return List.of();
    }
    Path path = Path.of("endpoint");
    if (endpoint.get().startsWith("ssh://")) {
      return List.of(
          new Problem(
              path,
              "ssh endpoints are not available in this version",
              "The endpoint is " + endpoint.get() + ".",
              "forward the engine's socket with ssh -L, and use its unix:// path"));
    }
    return List.of(
        new Problem(
            path,
            "an endpoint is unix:///PATH or tcp://HOST:PORT",
            "The endpoint is " + endpoint.get() + ".",
            "write unix:///var/run/docker.sock, or tcp://HOST:2376 with tls"));
  }

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
