package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an expression gives is checked like what is written out.
class EvaluatedValuesTest {
  @TempDir Path directory;

  @Test
  void everyWayOfAValueToAnAttributeEndsAtTheSameChecks() throws IOException {
    write(
        "network.yaml",
        """
        variables: { block: { type: string } }
        resources:
          vpc:
            type: aws.vpc
            cidrBlock: ${vars.block}
        """);
    write(
        "stack.yaml",
        """
        stack: ways
        variables: { block: { type: string, default: 10.0.0.0/33 } }
        locals: { tenancy: shared }
        providers: { aws: { region: eu-central-1 } }
        resources:
          variable:
            type: aws.vpc
            cidrBlock: ${vars.block}
          local:
            type: aws.vpc
            cidrBlock: 10.0.0.0/16
            instanceTenancy: ${locals.tenancy}
          many:
            type: aws.vpc
            forEach: { a: 10.1.0.0/16, b: 10.2.0.0 }
            cidrBlock: ${each.value}
          part:
            type: aws.vpc
            cidrBlock: "10.3.0.0/${vars.block}"
        modules:
          network: { source: ./network.yaml, with: { block: nonsense } }
        """);
    CommandLineRun run = run("validate");
    assertThat(run.err())
        .contains("stack.yaml:8:16", "stack.yaml:12:22", "stack.yaml:16:16", "stack.yaml:19:16")
        .contains("network.yaml:5:16", "network.vpc", "many[\"b\"]")
        .doesNotContain("many[\"a\"]");
    assertThat(run.err().lines().filter(line -> line.startsWith("error"))).hasSize(5);
    assertThat(run("plan").err().lines().filter(line -> line.startsWith("error"))).hasSize(5);
  }

  @Test
  void everyWrongElementOfAListIsSaidAtItsOwnLine() throws IOException {
    write(
        "stack.yaml",
        """
        stack: rules
        variables: { port: { type: int, default: 70000 }, source: { type: string, default: 10.0.0.0/40 } }
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
          group:
            type: aws.securityGroup
            groupName: group
            description: group
            vpcId: ${vpc.id}
            ingress:
              - { ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: tcp, fromPort: 22, toPort: "${vars.port}", cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: "${vars.source}" }
              - { ipProtocol: tcp, fromPort: "${vars.port - 69000}", toPort: 22, cidrIpv4: 10.0.0.0/8 }
        """);
    CommandLineRun run = run("validate");
    assertThat(run.err()).contains("stack.yaml:13:", "stack.yaml:14:");
  }

  @Test
  void aValueThatIsKnownOnlyAfterApplyIsCheckedBeforeItsCallIsSent() throws IOException {
    write(
        "stack.yaml",
        """
        stack: late
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
          subnet:
            type: aws.subnet
            vpcId: ${vpc.id}
            cidrBlock: "${vpc.id + '/24'}"
        """);
    CommandLineRun run = run("apply", "--yes");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("CRN3038", "subnet", "`cidrBlock`: a value has the wrong form");
    assertThat(run("state", "list").out()).contains("vpc").doesNotContain("subnet");
  }

  @Test
  void theIdOfAResourceOfAnotherTypeIsRefusedBeforeAndAfterItExists() throws IOException {
    String right =
        """
        stack: referred
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
          gate: { type: aws.internetGateway }
        """;
    String wrong =
        "  subnet: { type: aws.subnet, vpcId: \"${locals.id}\", cidrBlock: 10.0.1.0/24 }\n"
            + "locals: { id: \"${gate.id}\" }\n";
    write("stack.yaml", right + wrong);
    assertThat(run("validate").err()).contains("CRN2012", "stack.yaml:6:31", "`gate`");
    write("stack.yaml", right);
    assertThat(run("apply", "--yes").exit()).isZero();
    write("stack.yaml", right + wrong);
    assertThat(run("plan").err()).contains("CRN2012", "takes an id of type aws.vpc");
  }

  @Test
  void aSecretThatDoesNotFitIsNotShown() throws IOException {
    write(
        "stack.yaml",
        """
        stack: secrets
        variables: { tenancy: { type: string, sensitive: true, default: dedicate } }
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16, instanceTenancy: "${vars.tenancy}" }
        """);
    CommandLineRun run = run("plan");
    assertThat(run.err()).contains("CRN1204").doesNotContain("did you mean");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private CommandLineRun run(String... command) {
    return command[0].equals("validate")
        ? CommandLineRun.of("-C", directory.toString(), "validate")
        : Simulated.in(directory, command);
  }
}
