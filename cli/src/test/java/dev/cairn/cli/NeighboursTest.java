package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What two resources of a stack may not have beside each other is told before anything is asked:
/// by `validate`, and by a plan alike.
class NeighboursTest {
  private static final String HEAD =
      """
      stack: neighbours
      providers: { aws: { region: eu-central-1 } }
      resources:
        h: { type: docker.host, endpoint: "unix:///var/run/docker.sock" }
        h2: { type: docker.host, endpoint: "tcp://other:2375" }
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        vpc2: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.200.0/24 }
        net2: { type: aws.subnet, vpcId: "${vpc2.id}", cidrBlock: 10.0.200.0/24 }
      """;
  private static final String SUBNET = "type: aws.subnet, vpcId: \"${vpc.id}\", cidrBlock: ";
  private static final String ADDRESS =
      "type: aws.networkInterface, subnetId: \"${net.id}\", privateIpAddress: ";
  private static final String CONTAINER = "type: docker.container, image: nginx, host: \"${h}\", ";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subnet | 10.0.1.0/24 | 10.0.1.0/24 | CRN2022 both have cidrBlock 10.0.1.0/24",
        "subnet | 10.0.0.0/22 | 10.0.1.0/24 | CRN2022 10.0.0.0/22 and 10.0.1.0/24",
        "subnet | 10.0.1.0/24 | 10.0.0.0/22 | CRN2022 10.0.1.0/24 and 10.0.0.0/22",
        "subnet | 10.0.1.0/24 | 10.0.2.0/24 | ",
        "six | 1.0/24, ipv6CidrBlock: 2001:db8::/64 | 2.0/24, ipv6CidrBlock: 2001:DB8:0::/64 |"
            + " CRN2022 both have ipv6CidrBlock 2001:db8::/64",
        "six | 1.0/24, ipv6CidrBlock: 2001:db8::/56 | 2.0/24, ipv6CidrBlock: 2001:db8:0:1::/64 |"
            + " CRN2022 2001:db8::/56 and 2001:db8:0:1::/64",
        "six | 1.0/24, ipv6CidrBlock: 2001:db8::/64 | 2.0/24, ipv6CidrBlock: 2001:db8:0:1::/64 | ",
        "subnet | 10.0.1.0/24 | 10.1.2.0/24 | CRN2013 10.1.2.0/24 is not in 10.0.0.0/16",
        "subnet | 10.0.1.0/24 | 10.0.0.0/8 | CRN2013 10.0.0.0/8 is not in 10.0.0.0/16",
        "address | 10.0.200.9 | 10.0.200.9 | CRN2022 both have privateIpAddress 10.0.200.9",
        "address | 10.0.200.9 | 10.0.200.8 | ",
        "address | 10.0.200.9 | 10.0.201.8 | CRN2013 10.0.201.8 is not in 10.0.200.0/24",
        "container | name: xx | name: xx | CRN2022 both have name xx",
        "container | name: xx | name: yy | ",
        "container | 'ports: [\"80:80\"]' | 'ports: [\"80:81\"]' | CRN2022 both have hostPorts"
            + " *:80/tcp",
        "container | 'ports: [\"80-90:80-90\"]' | 'ports: [\"85:1\"]' | CRN2022 *:85/tcp",
        "container | 'ports: [\"127.0.0.1:80:80\"]' | 'ports: [\"80:80\"]' | CRN2022"
            + " 127.0.0.1:80/tcp and *:80/tcp",
        "container | 'ports: [\"127.0.0.1:80:80\"]' | 'ports: [\"0.0.0.0:80:80\"]' | CRN2022 and"
            + " 0.0.0.0:80/tcp",
        "container | 'ports: [\"127.0.0.1:80:80\"]' | 'ports: [\"127.0.0.11:80:80\"]' | ",
        "container | 'ports: [\"80:80\"]' | 'ports: [\"80:80/udp\"]' | ",
        "container | 'ports: [\"80\"]' | 'ports: [\"80\"]' | ",
      })
  void whatCollidesOrDoesNotFitIsToldAtItsLine(
      String kind, String first, String second, String problem) throws IOException {
    String block =
        switch (kind) {
          case "subnet" -> SUBNET;
          case "six" -> SUBNET + "10.0.";
          case "address" -> ADDRESS;
          default -> CONTAINER;
        };
    String one = "  one: { " + block + first + " }\n";
    String two = "  two: { " + block + second + " }\n";
    Files.writeString(directory.resolve("stack.yaml"), HEAD + one + two);

    for (String command : new String[] {"validate", "plan"}) {
      CommandLineRun run =
          command.equals("plan")
              ? CommandLineRun.of("-C", directory.toString(), "plan", "--simulate")
              : CommandLineRun.of("-C", directory.toString(), "validate");
      if (problem == null) {
        assertThat(run.err()).doesNotContain("error");
      } else {
        String[] parts = problem.split(" ", 2);
        assertThat(run.err())
            .contains("error " + parts[0], parts[1], "stack.yaml:11:")
            .doesNotContain("stack.yaml:10:");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: aws.subnet, cidrBlock: 10.0.1.0/24, vpcId: | ${vpc.id} | ${vpc2.id}",
        "'type: docker.container, image: nginx, name: xx, ports: [\"80:80\"], host:' | ${h} |"
            + " ${h2}",
        "'type: docker.volume, name: xx, host:' | ${h} | ${h2}",
        "'type: docker.network, name: xx, host:' | ${h} | ${h2}",
      })
  void oneKeyInTwoPlacesIsTwoKeys(String block, String first, String second) throws IOException {
    assertThat(pair(block, first, second)).doesNotContain("CRN2022");
    assertThat(pair(block, first, first)).contains("CRN2022");
  }

  private String pair(String block, String first, String second) throws IOException {
    String stack =
        HEAD
            + "  one: { %s \"%s\" }\n".formatted(block, first)
            + "  two: { %s \"%s\" }\n".formatted(block, second);
    Files.writeString(directory.resolve("stack.yaml"), stack);
    return CommandLineRun.of("-C", directory.toString(), "validate").err();
  }
}
