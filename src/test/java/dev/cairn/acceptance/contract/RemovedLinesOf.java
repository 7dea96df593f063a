package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For each type, what stands around an attribute whose line is removed.
final class RemovedLinesOf {
  private static final String NETWORK =
      """
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        home: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.0.0/24, availabilityZone: us-east-1a }
        guard: { type: aws.securityGroup, groupName: guard, vpcId: "${vpc.id}" }
        other: { type: aws.vpc, cidrBlock: 10.200.0.0/16 }
        gateway: { type: aws.internetGateway, vpcId: "${vpc.id}" }
        template:
          type: aws.launchTemplate
          launchTemplateName: around
          launchTemplateData: { imageId: ami-12c6146b, instanceType: t3.micro }
      """;

  /// An image whose own command goes on.
  static final String IMAGE = "cairn.test/sleeper:1";

  private static final String ENGINE =
      """
      resources:
        host: { type: docker.host, endpoint: "%s" }
        some: { type: docker.network, host: "${host}", name: some }
      """;

  private RemovedLinesOf() {}

  static List<RemovedLines> onMoto() {
    Set<String> lost =
        LostByMoto.ALL.stream().map(LostByMoto::path).collect(Collectors.toUnmodifiableSet());
    return aws().map(lines -> lines.without(lost)).toList();
  }

  /// What an engine in namespaces cannot do: drivers that are plugins or need the kernel's modules,
  /// all capabilities, and a start interval, which Debian's 20.10 lacks and Cairn refuses
  /// (CRN2033).
  private static final Set<String> BEYOND_ENGINE =
      Set.of(
          "docker.container.healthcheck.startInterval",
          "docker.container.privileged",
          "docker.network.driver",
          "docker.network.ipam.driver",
          "docker.volume.driver");

  static List<RemovedLines> onEngine(String endpoint) {
    return docker(endpoint).map(lines -> lines.without(BEYOND_ENGINE)).toList();
  }

  static Stream<RemovedLines> all() {
    return Stream.concat(aws(), docker("unix:///var/run/docker.sock"));
  }

  private static Stream<RemovedLines> aws() {
    String template = "{ imageId: ami-12c6146b, instanceType: t3.micro }";
    return Stream.of(
        of("aws.vpc", NETWORK, Map.of("cidrBlock", "10.#.0.0/16"), Map.of()),
        of(
            "aws.subnet",
            NETWORK,
            Map.of("vpcId", "\"${vpc.id}\"", "cidrBlock", "10.0.#.0/24"),
            Map.of(
                "availabilityZone", "us-east-1b",
                "availabilityZoneId", "use1-az1",
                "ipv6CidrBlock", "\"2001:db8:0:#::/64\""),
            "cidrBlock"),
        of(
            "aws.securityGroup",
            NETWORK,
            Map.of("groupName", "g#", "vpcId", "\"${vpc.id}\""),
            Map.of(
                "ingress", "[{ ipProtocol: tcp, fromPort: 80, toPort: 80, cidrIpv4: 10.0.0.0/8 }]",
                "egress", "[]"),
            "vpcId"),
        of("aws.eip", NETWORK, Map.of(), Map.of("networkBorderGroup", "us-east-1")),
        of(
            "aws.routeTable",
            NETWORK,
            Map.of("vpcId", "\"${vpc.id}\""),
            Map.of(
                "routes",
                "[{ destinationCidrBlock: 10.9.0.0/16, gatewayId: \"${gateway.id}\" }]",
                "associations",
                "[\"${home.id}\"]")),
        of(
            "aws.networkInterface",
            NETWORK,
            Map.of("subnetId", "\"${home.id}\""),
            Map.of(
                "privateIpAddress", "10.0.0.77",
                "groups", "[\"${guard.id}\"]",
                "interfaceType", "efa")),
        of("aws.internetGateway", NETWORK, Map.of(), Map.of("vpcId", "\"${other.id}\"")),
        of(
            "aws.launchTemplate",
            NETWORK,
            Map.of("launchTemplateName", "template-#", "launchTemplateData", template),
            Map.of("launchTemplateData.securityGroupIds", "[\"${guard.id}\"]"),
            "launchTemplateData.imageId",
            "launchTemplateData.instanceType"),
        of(
            "aws.autoscalingGroup",
            NETWORK,
            Map.of(
                "autoScalingGroupName", "group-#",
                "minSize", "1",
                "maxSize", "9",
                "launchTemplate", "{ launchTemplateId: \"${template.id}\" }",
                "vpcZoneIdentifier", "[\"${home.id}\"]"),
            Map.of("launchTemplate.version", "\"1\"", "availabilityZones", "[us-east-1a]"),
            "launchTemplate.launchTemplateId",
            "launchTemplate.launchTemplateName",
            "vpcZoneIdentifier"));
  }

  private static Stream<RemovedLines> docker(String endpoint) {
    String engine = ENGINE.formatted(endpoint);
    return Stream.of(
        of(
            "docker.network",
            engine,
            Map.of("host", "${host}", "name", "n#"),
            Map.of(
                "driver", "macvlan",
                "enableIpv6", "true\n    ipam: { config: [{ subnet: \"fd00:7::/64\" }] }",
                "options", "{ com.docker.network.driver.mtu: \"1400\" }",
                "ipam.config", "[{ subnet: 172.28.0.0/16 }]")),
        of(
            "docker.volume",
            engine,
            Map.of("host", "${host}", "name", "v#"),
            Map.of("driverOpts", "{ type: tmpfs, device: tmpfs, o: size=1m }")),
        of(
            "docker.image",
            engine,
            Map.of("host", "${host}", "name", "cairn.test/sleeper:#"),
            Map.of("platform", "linux/amd64")),
        of(
            "docker.container",
            engine,
            Map.of("host", "${host}", "image", IMAGE),
            Map.ofEntries(
                Map.entry("user", "\"1000\""),
                Map.entry("workingDir", "/tmp"),
                Map.entry("command", "sleep 2000"),
                Map.entry("entrypoint", "[sleep, \"2000\"]"),
                Map.entry("ulimits", "{ core: 0 }"),
                Map.entry("platform", "linux/amd64"),
                Map.entry("securityOpt", "[\"no-new-privileges:true\"]"),
                Map.entry("stopSignal", "SIGINT"),
                Map.entry("dnsSearch", "[example.com]"),
                Map.entry("dnsOptions", "[\"ndots:2\"]"),
                Map.entry("logging.options", "{ max-file: \"2\" }"),
                Map.entry("ports", "[\"8081:8080\"]"),
                Map.entry("volumes", "[\"/etc:/here:ro\"]"),
                Map.entry("tmpfs", "{ /run: \"size=1m\" }"),
                Map.entry("networks", "[some]"),
                Map.entry("networkMode", "host"),
                Map.entry("pid", "host"),
                Map.entry("ipc", "host"),
                Map.entry("healthcheck.test", "[CMD, \"true\"]"),
                Map.entry("healthcheck.interval", "7s"),
                Map.entry("healthcheck.timeout", "7s"),
                Map.entry("healthcheck.startPeriod", "7s"),
                Map.entry("healthcheck.startInterval", "7s"),
                Map.entry("memory", "64m"),
                Map.entry("memoryReservation", "32m"),
                Map.entry("memorySwap", "-1"),
                Map.entry("cpuset", "\"0\""),
                Map.entry("restart", "always"),
                Map.entry("devices", "[/dev/null]"),
                Map.entry("extraHosts", "[\"db:10.0.0.5\"]"),
                Map.entry("dns", "[10.0.0.9]"),
                Map.entry("sysctls", "{ net.core.somaxconn: \"512\" }"),
                Map.entry("shmSize", "128m"),
                Map.entry("stopGracePeriod", "7s"),
                Map.entry("capAdd", "[NET_ADMIN]"),
                Map.entry("capDrop", "[MKNOD]"),
                Map.entry("logging.driver", "local"))));
  }

  private static RemovedLines of(
      String type,
      String around,
      Map<String, String> required,
      Map<String, String> values,
      String... left) {
    return new RemovedLines(TypeName.parse(type), around, required, values, List.of(left));
  }
}
