package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Attachments;
import dev.cairn.docker.form.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The endpoints of a container on its networks.
///
/// @param settings the engine's `NetworkSettings`
/// @param given the names that engines make aliases of by themselves: the container's short id and
///   its host name
/// @param recorded the attachments as recorded: their order, and whether a network is named or by
///   id
record Endpoints(Value.Fields settings, Set<String> given, List<Value> recorded) {

  /// The attachments in normal form: those of the record first, in its order.
  Value attachments() {
    SortedMap<String, Value> left = new TreeMap<>(settings.fields("Networks").fields());
    List<Value> attachments = new ArrayList<>();
    for (Value item : recorded) {
      Value.Fields mine = Known.fields(item);
      Value endpoint = name(left, mine.text("network").orElse("")).map(left::remove).orElse(null);
      if (endpoint != null) {
        attachments.add(attachment(endpoint, mine));
      }
    }
    left.forEach((name, endpoint) ->
        attachments.add(attachment(endpoint, Value.Fields.of("network", Value.text(name)))));
    return Attachments.normal(new Value.Items(attachments));
  }

  private static Optional<String> name(SortedMap<String, Value> networks, String network) {
    return networks.entrySet().stream()
        .filter(entry ->
            entry.getKey().equals(network)
                || Known.fields(entry.getValue())
                    .text("NetworkID")
                    .filter(network::equals)
                    .isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Value attachment(Value endpoint, Value.Fields mine) {
    Value.Fields api = Known.fields(endpoint);
    Value.Fields attachment = Value.Fields.of("network", mine.get("network").orElseThrow());
    List<Value> aliases =
        api.items("Aliases").stream()
            .filter(alias ->
                mine.items("aliases").contains(alias) || !given.contains(Known.scalar(alias)))
            .toList();
    attachment = attachment.with("aliases", new Value.Items(aliases));
    attachment = with(attachment, "ipv4Address", api.fields("IPAMConfig").text("IPv4Address"));
    attachment = with(attachment, "ipv6Address", api.fields("IPAMConfig").text("IPv6Address"));
    return mine.has("macAddress")
        ? with(attachment, "macAddress", api.text("MacAddress"))
        : attachment;
  }

  private static Value.Fields with(Value.Fields fields, String name, Optional<String> text) {
    return text.filter(known -> !known.isEmpty())
        .map(known -> fields.with(name, Value.text(known)))
        .orElse(fields);
  }

  /// The address of the container in each of its networks, by name.
  Value addresses() {
    SortedMap<String, Value> addresses = new TreeMap<>();
    settings
        .fields("Networks")
        .fields()
        .forEach((name, endpoint) -> ip(endpoint).ifPresent(ip -> addresses.put(name, ip)));
    return new Value.Fields(addresses);
  }

  /// The address in the first network of the record, else in the first by name.
  Optional<Value> address() {
    SortedMap<String, Value> networks = settings.fields("Networks").fields();
    return recorded.stream()
        .findFirst()
        .flatMap(item -> name(networks, Known.fields(item).text("network").orElse("")))
        .or(() -> networks.keySet().stream().findFirst())
        .flatMap(name -> ip(networks.getOrDefault(name, Value.Fields.EMPTY)));
  }

  private static Optional<Value> ip(Value endpoint) {
    Value.Fields fields = Known.fields(endpoint);
    return fields
        .text("IPAddress")
        .filter(text -> !text.isEmpty())
        .or(() -> fields.text("GlobalIPv6Address").filter(text -> !text.isEmpty()))
        .map(Value::text);
  }

  /// The port on the host of every published port, by `PORT/PROTOCOL`.
  Value publishedPorts() {
    SortedMap<String, Value> ports = new TreeMap<>();
    settings
        .fields("Ports")
        .fields()
        .forEach((key, bindings) ->
            Known.items(bindings).stream()
                .findFirst()
                .flatMap(binding -> Known.fields(binding).text("HostPort"))
                .filter(port -> port.matches("\\d+"))
                .ifPresent(port -> ports.put(key, new Value.Whole(Long.parseLong(port)))));
    return new Value.Fields(ports);
  }
}
