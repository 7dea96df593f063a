package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// For each type, what stands around an attribute whose line is removed.
final class RemovedLinesOf {
  private static final String NETWORK =
      """
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        home: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.0.0/24 }
        guard: { type: aws.securityGroup, groupName: guard, vpcId: "${vpc.id}" }
        template:
          type: aws.launchTemplate
          launchTemplateName: around
          launchTemplateData: { imageId: ami-12c6146b, instanceType: t3.micro }
      """;

  private static final String ENGINE =
      "resources:\n  host: { type: docker.host, endpoint: \"unix:///var/run/docker.sock\" }\n"
          + "  other: { type: docker.container, host: \"${host}\", image: img, name: other }\n";

  private RemovedLinesOf() {}

  static Stream<RemovedLines> all() {
    return Stream.concat(aws(), docker());
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
                "[{ destinationCidrBlock: 10.9.0.0/16, natGatewayId: nat-0123456789abcdef0 }]",
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
        of("aws.internetGateway", NETWORK, Map.of(), Map.of("vpcId", "\"${vpc.id}\"")),
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

  private static Stream<RemovedLines> docker() {
    return Stream.of(
        of(
            "docker.network",
            ENGINE,
            Map.of("host", "${host}", "name", "n#"),
            Map.of(
                "driver", "macvlan",
                "ipam.config", "[{ subnet: 172.28.0.0/16 }]")),
        of("docker.volume", ENGINE, Map.of("host", "${host}", "name", "v#"), Map.of()),
        of("docker.image", ENGINE, Map.of("host", "${host}", "name", "image:#"), Map.of()),
        of(
            "docker.container",
            ENGINE,
            Map.of("host", "${host}", "image", "img"),
            Map.ofEntries(
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
                Map.entry("memorySwap", "128m"),
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
