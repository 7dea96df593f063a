package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The networks that a container is on: a list of names or of `{network, aliases, ipv4Address,
/// ipv6Address, macAddress}`, or a map of these by network. The normal form is the list of objects,
/// in their order; the first is there from the start.
public final class Attachments {
  private Attachments() {}

  public static Value normal(Value written) {
    return Known.map(
        written,
        value ->
            switch (value) {
              case Value.Items(List<Value> items) ->
                  new Value.Items(items.stream().map(Attachments::attachment).toList());
              case Value.Fields(SortedMap<String, Value> fields) -> new Value.Items(byName(fields));
              default -> value;
            });
  }

  private static List<Value> byName(SortedMap<String, Value> fields) {
    List<Value> attachments = new ArrayList<>();
    fields.forEach((name, settings) -> {
      if (settings.revealed() instanceof Value.Fields others) {
        attachments.add(attachment(others.with("network", Value.text(name))));
      }
    });
    return attachments;
  }

  private static Value attachment(Value item) {
    return switch (item) {
      case Value.Fields fields -> {
        Value.Fields attachment =
            fields.with(
                new Renamed(fields)
                    .take("network", "network", Known::idOf)
                    .take("aliases", "aliases", Texts.SET::normal)
                    .fields());
        yield attachment.items("aliases").isEmpty()
                && attachment.get("aliases").map(Value::known).orElse(true)
            ? attachment.without("aliases")
            : attachment;
      }
      case Value.Text text -> Value.Fields.of("network", text);
      case Value.Ref ref -> Value.Fields.of("network", Known.idOf(ref));
      case Value.Unknown unknown -> Value.Fields.of("network", unknown);
      default -> item;
    };
  }

  /// The `EndpointSettings` of one attachment in normal form.
  public static Value.Fields endpoint(Value.Fields attachment) {
    Value.Fields addresses =
        new Renamed(attachment)
            .take("ipv4Address", "IPv4Address")
            .take("ipv6Address", "IPv6Address")
            .fields();
    Value.Fields endpoint =
        new Renamed(attachment)
            .take("aliases", "Aliases")
            .take("macAddress", "MacAddress")
            .fields();
    return addresses.fields().isEmpty() ? endpoint : endpoint.with("IPAMConfig", addresses);
  }

  /// The attachments of a list in normal form.
  public static List<Value.Fields> each(Value normal) {
    return Known.items(normal).stream()
        .map(Value::revealed)
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .toList();
  }

  public static boolean understands(Value normal) {
    return Known.items(normal).stream()
        .allMatch(item -> item.revealed() instanceof Value.Fields fields && fields.has("network"));
  }
}
