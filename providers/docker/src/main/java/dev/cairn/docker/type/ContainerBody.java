package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Attachments;
import dev.cairn.docker.form.Mounts;
import dev.cairn.docker.form.Ports;
import dev.cairn.docker.form.Size;
import dev.cairn.docker.type.Setting.Place;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// The arguments of a container's calls, from its attributes in normal form.
///
/// They are the API's request bodies, with what the API takes in the query (`name`, `platform`)
/// beside, and with `EndpointConfig` for the settings of the network in `HostConfig.NetworkMode`:
/// its name may be unknown, and a key cannot be.
final class ContainerBody {
  private final SortedMap<String, Value> top = new TreeMap<>();
  private final SortedMap<String, Value> host = new TreeMap<>();

  private ContainerBody() {}

  static Value.Fields of(Value.Fields attributes) {
    ContainerBody body = new ContainerBody();
    for (Setting setting : Settings.ALL) {
      attributes
          .get(setting.name())
          .ifPresent(value ->
              (setting.place() == Place.HOST ? body.host : body.top)
                  .put(setting.key(), setting.form().toApi(value)));
    }
    body.top.putAll(
        Arguments.of(attributes, Map.of("image", "Image", "name", "name", "platform", "platform"))
            .fields());
    attributes.get("ports").ifPresent(body::ports);
    attributes.get("volumes").ifPresent(body::volumes);
    attributes.get("networks").map(Attachments::each).orElse(List.of()).stream()
        .findFirst()
        .ifPresent(body::first);
    return new Value.Fields(body.top).with("HostConfig", new Value.Fields(body.host));
  }

  private void ports(Value ports) {
    top.put("ExposedPorts", Ports.exposed(ports));
    host.put("PortBindings", Ports.bindings(ports));
  }

  private void volumes(Value volumes) {
    host.put("Binds", Mounts.binds(volumes));
    host.put("Mounts", Mounts.mounts(volumes));
  }

  private void first(Value.Fields network) {
    network.get("network").ifPresent(name -> host.put("NetworkMode", name));
    // engines before 25 take the address for the container, not for the endpoint
    network.get("macAddress").ifPresent(address -> top.put("MacAddress", address));
    top.put("EndpointConfig", Attachments.endpoint(network));
  }

  /// The arguments that connect a container to one more network.
  static Value.Fields connect(Value.Fields network) {
    return Arguments.of(network, Map.of("network", "Network"))
        .with("EndpointConfig", Attachments.endpoint(network));
  }

  /// The arguments that change limits of a container that runs. The engine refuses a limit of
  /// memory above that of memory and swap together; where the stack leaves the latter to the
  /// engine, it goes with the former, at the engine's own measure.
  static Value.Fields limits(Value.Fields to, SortedSet<Path> changed) {
    SortedMap<String, Value> limits = new TreeMap<>();
    for (Setting setting : Settings.ALL) {
      if (setting.live() && changed.contains(Path.of(setting.name()))) {
        to.get(setting.name())
            .ifPresent(value -> limits.put(setting.key(), setting.form().toApi(value)));
      }
    }
    if (limits.containsKey("Memory") && !limits.containsKey("MemorySwap")) {
      limits.put("MemorySwap", swap(to));
    }
    return new Value.Fields(limits);
  }

  private static Value swap(Value.Fields to) {
    if (to.has("memorySwap")) {
      return Size.BYTES.toApi(to.get("memorySwap").orElseThrow());
    }
    OptionalLong memory = Size.bytes(to.get("memory").orElseThrow().revealed());
    return new Value.Whole(2 * memory.orElse(0));
  }
}
