package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Values for attributes whose example says too little: those that refer to other resources from
/// inside, that cannot change in place, that only one resource can have. They come from small sets,
/// so that edits meet.
final class AttributeChoices {
  private static final Map<String, Function<Nearby, Optional<Value>>> TABLE =
      Map.ofEntries(
          Map.entry("aws.subnet.availabilityZone", zone()),
          Map.entry("aws.subnet.cidrBlock", numbered("10.0.%d.0/24", 12)),
          Map.entry("aws.subnet.ipv6CidrBlock", near -> Optional.empty()),
          Map.entry("aws.securityGroup.groupName", numbered("web-%d", 6)),
          Map.entry("aws.securityGroup.description", texts("one", "two", "three")),
          Map.entry("aws.securityGroup.ingress", AttributeChoices::rules),
          Map.entry("aws.securityGroup.egress", AttributeChoices::rules),
          Map.entry("aws.networkInterface.description", texts("one", "two", "three")),
          Map.entry("aws.networkInterface.groups", ids("aws.securityGroup")),
          Map.entry("aws.routeTable.routes", AttributeChoices::routes),
          Map.entry("aws.routeTable.associations", ids("aws.subnet")),
          Map.entry("aws.launchTemplate.launchTemplateName", numbered("web-%d", 6)),
          Map.entry("aws.launchTemplate.launchTemplateData", AttributeChoices::templateData),
          Map.entry("aws.autoscalingGroup.autoScalingGroupName", numbered("web-%d", 6)),
          Map.entry("aws.autoscalingGroup.launchTemplate", AttributeChoices::launchTemplate),
          Map.entry("aws.autoscalingGroup.vpcZoneIdentifier", ids("aws.subnet")),
          Map.entry("docker.host.endpoint", AttributeChoices::endpoint),
          Map.entry("docker.host.labels", map("daemon", "a", "b", "c")),
          Map.entry("docker.image.name", texts("nginx:1.27", "busybox:1.36", "redis:7")),
          Map.entry("docker.network.name", numbered("net-%d", 6)),
          Map.entry("docker.network.driver", texts("bridge", "macvlan")),
          Map.entry("docker.network.ipam", AttributeChoices::ipam),
          Map.entry("docker.network.labels", map("team", "a", "b", "c")),
          Map.entry("docker.volume.name", numbered("vol-%d", 6)),
          Map.entry("docker.volume.driver", texts("local", "rexray")),
          Map.entry("docker.volume.labels", map("team", "a", "b", "c")),
          Map.entry("docker.container.name", numbered("app-%d", 6)),
          Map.entry("docker.container.image", AttributeChoices::image),
          Map.entry("docker.container.environment", AttributeChoices::environment),
          Map.entry("docker.container.labels", map("team", "a", "b", "c")),
          Map.entry("docker.container.restart", texts("no", "always", "unless-stopped")),
          Map.entry("docker.container.ports", AttributeChoices::ports),
          Map.entry("docker.container.networks", AttributeChoices::networks),
          Map.entry("docker.container.volumes", AttributeChoices::volumes),
          Map.entry("docker.container.networkMode", AttributeChoices::networkMode),
          Map.entry("docker.container.pid", AttributeChoices::container),
          Map.entry("docker.container.ipc", AttributeChoices::container));

  private AttributeChoices() {}

  static boolean has(TypeName type, String attribute) {
    return TABLE.containsKey(type + "." + attribute);
  }

  /// A value; empty where the attribute is not in the table, or nothing fits here.
  static Optional<Value> of(TypeName type, String attribute, Nearby near) {
    return TABLE.getOrDefault(type + "." + attribute, none -> Optional.empty()).apply(near);
  }

  private static Function<Nearby, Optional<Value>> texts(String... texts) {
    return near -> Optional.of(near.text(texts));
  }

  private static Function<Nearby, Optional<Value>> numbered(String format, int numbers) {
    return near -> Optional.of(near.numbered(format, numbers));
  }

  private static Function<Nearby, Optional<Value>> map(String key, String... texts) {
    return near -> Optional.of(Value.Fields.of(key, near.text(texts)));
  }

  private static Function<Nearby, Optional<Value>> zone() {
    return texts("us-east-1a", "us-east-1b", "us-east-1c");
  }

  /// A list of ids.
  private static Function<Nearby, Optional<Value>> ids(String type) {
    return near -> list(near.some(TypeName.parse(type), 3).stream().map(References::id).toList());
  }

  private static Optional<Value> list(List<Value> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(items));
  }

  private static Optional<Value> rules(Nearby near) {
    return near.several(
        3,
        () -> {
          long port = 80L + near.random().nextInt(4);
          Value.Fields rule =
              Value.Fields.of(
                  Map.of(
                      "ipProtocol",
                      Value.text("tcp"),
                      "fromPort",
                      new Value.Whole(port),
                      "toPort",
                      new Value.Whole(port)));
          return near.perhaps(3)
              ? rule.with("cidrIpv4", Value.text("0.0.0.0/0"))
              : near.one(TypeName.parse("aws.securityGroup"))
                  .map(group -> rule.with("referencedGroupId", References.id(group)))
                  .orElse(rule.with("cidrIpv4", Value.text("10.0.0.0/8")));
        });
  }

  private static Optional<Value> routes(Nearby near) {
    Optional<Value> gateway =
        near.one(TypeName.parse("aws.internetGateway"))
            .map(name -> route("0.0.0.0/0", "gatewayId", name));
    Optional<Value> card =
        near.one(TypeName.parse("aws.networkInterface"))
            .map(name -> route("10.9.0.0/16", "networkInterfaceId", name));
    return list(
        near.perhaps(2)
            ? gateway.stream().toList()
            : Stream.concat(gateway.stream(), card.stream()).toList());
  }

  private static Value route(String destination, String target, String name) {
    return Value.Fields.of(
        Map.of("destinationCidrBlock", Value.text(destination), target, References.id(name)));
  }

  private static Optional<Value> templateData(Nearby near) {
    Value.Fields data =
        Value.Fields.of(
            Map.of(
                "imageId",
                Value.text("ami-0123456789abcdef0"),
                "instanceType",
                near.text("t3.micro", "t3.small")));
    return Optional.of(
        ids("aws.securityGroup")
            .apply(near)
            .map(groups -> data.with("securityGroupIds", groups))
            .orElse(data));
  }

  private static Optional<Value> launchTemplate(Nearby near) {
    return near.one(TypeName.parse("aws.launchTemplate"))
        .map(name -> {
          Value.Fields template = Value.Fields.of("launchTemplateId", References.id(name));
          return near.perhaps(2)
              ? template
              : template.with("version", References.to(name, "defaultVersionNumber"));
        });
  }

  /// Every host is an engine of its own.
  private static Optional<Value> endpoint(Nearby near) {
    int number = 11 + near.stack().of(TypeName.parse("docker.host")).size();
    return Optional.of(Value.text("tcp://10.91.7." + number + ":2375"));
  }

  private static Optional<Value> ipam(Nearby near) {
    return Optional.of(
        Value.Fields.of(
            "config",
            new Value.Items(
                List.of(Value.Fields.of("subnet", near.numbered("172.30.%d.0/24", 9))))));
  }

  private static Optional<Value> image(Nearby near) {
    Optional<Value> image =
        near.perhaps(2)
            ? near.one(TypeName.parse("docker.image")).map(References::itself)
            : Optional.empty();
    return image.or(() -> Optional.of(near.text("nginx:1.27", "busybox:1.36")));
  }

  private static Optional<Value> environment(Nearby near) {
    Value.Fields mode = Value.Fields.of("MODE", near.text("a", "b", "c"));
    Optional<String> peer =
        near.perhaps(3) ? near.one(TypeName.parse("docker.container")) : Optional.empty();
    return Optional.of(
        peer.map(name -> mode.with("PEER", References.to(name, "ipAddress"))).orElse(mode));
  }

  private static Optional<Value> ports(Nearby near) {
    return near.several(
        2,
        () ->
            switch (near.random().nextInt(4)) {
              case 0 -> near.numbered("127.0.0.1:808%d:80", 6);
              case 1 -> near.numbered("808%d:80/udp", 6);
              default -> near.numbered("808%d:80", 6);
            });
  }

  /// By reference to the resource, to its name, and by the plain name.
  private static Optional<Value> networks(Nearby near) {
    List<String> names = near.some(TypeName.parse("docker.network"), 2);
    if (!names.isEmpty() && near.perhaps(4)) {
      return near.stack()
          .resource(names.getFirst())
          .text("name")
          .map(name -> Value.Fields.of(name, Value.Fields.EMPTY));
    }
    return list(
        names.stream()
            .map(name ->
                switch (near.random().nextInt(3)) {
                  case 0 -> References.to(name, "name");
                  case 1 -> plain(near, name).orElse(References.itself(name));
                  default -> References.itself(name);
                })
            .toList());
  }

  private static Optional<Value> volumes(Nearby near) {
    List<String> names = near.some(TypeName.parse("docker.volume"), 2);
    return list(
        IntStream.range(0, names.size())
            .mapToObj(i -> volume(near, names.get(i), "/data" + i))
            .toList());
  }

  private static Value volume(Nearby near, String name, String path) {
    return switch (near.random().nextInt(3)) {
      case 0 ->
          Value.Fields.of(Map.of("source", References.itself(name), "target", Value.text(path)));
      case 1 -> Value.text(near.stack().resource(name).text("name").orElse(name) + ":" + path);
      default -> Value.text("${" + name + ".name}:" + path);
    };
  }

  private static Optional<Value> plain(Nearby near, String name) {
    return near.stack().resource(name).text("name").map(Value::text);
  }

  private static Optional<Value> networkMode(Nearby near) {
    return near.perhaps(3)
        ? near.one(TypeName.parse("docker.container"))
            .map(name ->
                near.perhaps(2)
                    ? Value.text("container:${" + name + ".id}")
                    : References.itself(name))
        : Optional.empty();
  }

  private static Optional<Value> container(Nearby near) {
    return near.perhaps(4)
        ? near.one(TypeName.parse("docker.container")).map(References::itself)
        : Optional.empty();
  }
}
