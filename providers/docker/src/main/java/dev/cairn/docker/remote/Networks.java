package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.form.Order;
import dev.cairn.docker.type.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Networks of an engine.
final class Networks extends Listed {
  Networks(Engine engine) {
    super(engine);
  }

  @Override
  Request list(String filters) {
    return Request.get("docker:NetworkList", "/networks" + (filters.isEmpty() ? "" : "?" + filters))
        .answeredBy(Shape.LIST);
  }

  @Override
  List<Value.Fields> objects(Exchange.Answered answer) {
    return answer.list().stream().map(Known::fields).toList();
  }

  @Override
  String id(Value.Fields network) {
    return network.text("Id").orElse("");
  }

  @Override
  Request inspect(String id) {
    return Request.get("docker:NetworkInspect", "/networks/" + Request.encoded(id));
  }

  @Override
  Value.Fields attributes(Value.Fields network, Value.Fields recorded) {
    SortedMap<String, Value> attributes = new TreeMap<>();
    recorded.get("host").ifPresent(host -> attributes.put("host", host));
    network.get("Id").ifPresent(id -> attributes.put("id", id));
    network.get("Name").ifPresent(name -> attributes.put("name", name));
    network.get("Driver").ifPresent(driver -> attributes.put("driver", driver));
    network.get("Scope").ifPresent(scope -> attributes.put("scope", scope));
    attributes.put("internal", flag(network, "Internal"));
    attributes.put("attachable", flag(network, "Attachable"));
    attributes.put("enableIpv6", flag(network, "EnableIPv6"));
    attributes.put("options", network.fields("Options"));
    attributes.put("labels", Labels.users(labels(network)));
    attributes.put("ipam", ipam(network.fields("IPAM"), recorded.fields("ipam")));
    return new Value.Fields(attributes);
  }

  private static Value flag(Value.Fields network, String name) {
    return new Value.Flag(network.flag(name).orElse(false));
  }

  private static Value.Fields ipam(Value.Fields ipam, Value.Fields recorded) {
    List<Value> pools = new ArrayList<>();
    for (Value item : ipam.items("Config")) {
      Value.Fields pool = Known.fields(item);
      if (asked(pool, recorded.items("config"))) {
        pools.add(pool(pool, recorded.items("config")));
      }
    }
    return Value.Fields.of("driver", ipam.get("Driver").orElse(Value.text("default")))
        .with("options", ipam.fields("Options"))
        .with("config", Order.sorted(new Value.Items(pools)));
  }

  /// A range of a family that the record has none of is the engine's own addition: where IPv6 alone
  /// is asked for, it takes an IPv4 range from its address pools.
  private static boolean asked(Value.Fields api, List<Value> recorded) {
    return recorded.isEmpty()
        || recorded.stream()
            .map(Known::fields)
            .anyMatch(pool -> ipv6(pool.text("subnet")) == ipv6(api.text("Subnet")));
  }

  private static boolean ipv6(Optional<String> subnet) {
    return subnet.filter(text -> text.contains(":")).isPresent();
  }

  /// A pool is compared whole; what the engine filled in, such as the gateway, is left out where
  /// the record of the same subnet does not have it.
  private static Value pool(Value.Fields api, List<Value> recorded) {
    Value.Fields mine =
        recorded.stream()
            .map(Known::fields)
            .filter(pool -> pool.text("subnet").equals(api.text("Subnet")))
            .findFirst()
            .orElse(Value.Fields.EMPTY);
    SortedMap<String, Value> pool = new TreeMap<>();
    api.get("Subnet").ifPresent(subnet -> pool.put("subnet", subnet));
    optional(api, "Gateway", mine, "gateway", pool);
    optional(api, "IPRange", mine, "ipRange", pool);
    optional(api, "AuxiliaryAddresses", mine, "auxAddresses", pool);
    return new Value.Fields(pool);
  }

  private static void optional(
      Value.Fields api, String key, Value.Fields mine, String name, SortedMap<String, Value> pool) {
    boolean compared = mine.fields().isEmpty() || mine.has(name);
    api.get(key).filter(value -> compared && !blank(value)).ifPresent(v -> pool.put(name, v));
  }

  private static boolean blank(Value value) {
    return value.equals(Value.text("")) || value.equals(Value.Fields.EMPTY);
  }

  @Override
  public Reply send(Call call, Target target) {
    if (call.api().equals(Api.NETWORK_CREATE)) {
      return Sender.create(
          engine,
          Request.post(
              call.api(), "/networks/create", Labels.owned(call.arguments(), target.ownership())),
          "Id");
    }
    return Sender.act(
        engine, Request.delete(call.api(), "/networks/" + Request.encoded(target.existing())));
  }
}
