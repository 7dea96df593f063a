package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.form.Order;
import dev.cairn.docker.form.Pairs;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A network. Its id is the engine's.
public final class NetworkType implements ResourceType {
  private static final Map<String, String> NAMES =
      Map.of(
          "name", "Name",
          "driver", "Driver",
          "internal", "Internal",
          "attachable", "Attachable",
          "enableIpv6", "EnableIPv6",
          "options", "Options",
          "labels", "Labels");

  @Override
  public TypeName name() {
    return Names.NETWORK;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    Value.Fields normal = Change.each(written, "ipam", NetworkType::sorted);
    normal = Change.each(normal, "labels", Pairs.MAP::normal);
    return Change.each(normal, "options", Pairs.MAP::normal);
  }

  /// The order of the ranges has no meaning, and the engine has its own.
  private static Value sorted(Value ipam) {
    return Known.map(
        ipam,
        value ->
            value instanceof Value.Fields fields
                ? Change.each(fields, "config", Order::sorted)
                : value);
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments =
        Arguments.of(attributes, NAMES).with("CheckDuplicate", new Value.Flag(true));
    if (attributes.has("ipam")) {
      arguments = arguments.with("IPAM", ipam(attributes.fields("ipam")));
    }
    return List.of(new Call(Api.NETWORK_CREATE, arguments, Repeat.FIND_BY_OPERATION));
  }

  private static Value.Fields ipam(Value.Fields ipam) {
    List<Value> pools =
        ipam.items("config").stream()
            .map(Known::fields)
            .<Value>map(pool ->
                Arguments.of(
                    pool,
                    Map.of(
                        "subnet", "Subnet",
                        "gateway", "Gateway",
                        "ipRange", "IPRange",
                        "auxAddresses", "AuxiliaryAddresses")))
            .toList();
    return Arguments.of(ipam, Map.of("driver", "Driver", "options", "Options"))
        .with("Config", new Value.Items(pools));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return List.of();
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(new Call(Api.NETWORK_DELETE, Value.Fields.EMPTY, Repeat.SAFE));
  }
}
