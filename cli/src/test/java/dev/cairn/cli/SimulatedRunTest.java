package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands upon a simulated world, from the first plan to the last destroy.
class SimulatedRunTest {
  @TempDir Path directory;

  @BeforeEach
  void aStack() throws IOException {
    write(
        """
        stack: small
        variables:
          name: { type: string, default: small }
          password: { type: string, sensitive: true, default: open sesame }
        providers:
          aws: { region: eu-central-1 }
        resources:
          vpc:
            type: aws.vpc
            cidrBlock: 10.0.0.0/16
            tags: { Name: "${vars.name}", Key: "${secret('env:PASSWORD')}", Pass: "${vars.password}" }
          subnet: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
        outputs:
          vpcId: ${vpc.id}
          password: ${vars.password}
        """);
  }

  @Test
  void whatIsAppliedIsNotPlannedAgain() {
    assertThat(run("plan", "--detailed-exitcode").exit()).isEqualTo(ExitCode.CHANGES);
    assertThat(run("apply", "--yes").exit()).isZero();
    CommandLineRun again = run("plan", "--detailed-exitcode");
    assertThat(again.out()).startsWith("No changes. 2 unchanged.");
    assertThat(again.exit()).isZero();
    assertThat(run("output", "vpcId").out()).startsWith("vpc-");
    assertThat(run("state", "list").out()).contains("subnet  aws.subnet", "vpc     aws.vpc");
    assertThat(run("state", "history").out()).contains("apply small/default: 2 changes");
    assertThat(run("state", "history", "vpc").out().lines()).hasSize(1);
    assertThat(run("destroy", "--yes").exit()).isZero();
    assertThat(run("state", "list").out()).isEmpty();
  }

  @Test
  void aVariableChangesThePlanAtItsPlace() {
    assertThat(run("apply", "--yes").exit()).isZero();
    CommandLineRun plan = run("plan", "--var", "name=other");
    assertThat(plan.out())
        .contains("tags.Name set at stack.yaml:")
        .contains("tags.Name: \"small\" -> \"other\"");
  }

  @Test
  void outputsThatChangeAreShown() {
    assertThat(run("apply", "--yes").out()).contains("  + vpcId: (known after apply)");
    CommandLineRun plan = run("plan", "--var", "password=another sesame");
    assertThat(plan.out())
        .contains("  ~ password: (sensitive) -> (sensitive)", "1 output to change");
    assertThat(plan.out()).doesNotContain("~ vpcId");
    CommandLineRun document = run("plan", "--var", "password=another sesame", "--json");
    Documented.by("plan", document.out());
    assertThat(document.out()).contains("outputChanges").doesNotContain("sesame");
  }

  @Test
  void wrongWordsAreWrongUsage() {
    assertThat(run("plan", "--replace", "a b").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run("apply", "--plan", "a.plan", "--expect", "sha256:0").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void sensitiveVariablesOfAnyTypeAreHidden() throws IOException {
    write(
        """
        stack: small
        variables:
          keys: { type: "map(string)", sensitive: true, default: { a: open sesame } }
        resources: {}
        outputs:
          a: ${vars.keys}
        """);
    CommandLineRun apply = run("apply", "--yes", "--json");
    assertThat(apply.exit()).as(apply.err()).isZero();
    assertThat(apply.out() + apply.err()).doesNotContain("sesame");
  }

  @Test
  void aPlanWritesNothingButTheKeyOfItsSimulatedWorld() throws IOException {
    assertThat(run("plan").exit()).isZero();
    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile).map(directory::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "stack.yaml", ".cairn/.gitignore", ".cairn/simulated/digest.key");
    }
  }

  @Test
  void theDigestOfAPlanInAFreshWorldIsThatOfItsApply() {
    String digest = run("plan", "--json").document().text("digest").orElseThrow();
    CommandLineRun apply = run("apply", "--expect", digest);
    assertThat(apply.exit()).as(apply.err()).isZero();
    assertThat(apply.out()).contains(digest, "2 to create");
    CommandLineRun again = run("apply", "--expect", digest);
    assertThat(again.exit()).isEqualTo(ExitCode.STALE);
  }

  @Test
  void noSecretIsShownAnywhere() {
    for (String[] command :
        new String[][] {
          {"plan"}, {"plan", "--json"}, {"apply", "--yes"}, {"output"}, {"output", "--json"}
        }) {
      CommandLineRun run = run(command);
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out() + run.err()).doesNotContain("correct horse", "open sesame");
    }
    assertThat(run("plan").err()).doesNotContain("sesame");
  }

  @Test
  void nothingIsAppliedWhereNobodyCanBeAsked() {
    CommandLineRun run = run("apply");
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("CRN7010", "--plan FILE");
  }

  @Test
  void onlyYesIsYes() {
    CommandLineRun no =
        CommandLineRun.typing("012", "y\n", "apply", "--simulate", directory.toString());
    assertThat(no.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(no.out()).contains("Nothing was changed");
    CommandLineRun yes =
        CommandLineRun.typing("012", "yes\n", "apply", "--simulate", directory.toString());
    assertThat(yes.exit()).as(yes.err()).isZero();
    assertThat(yes.err()).contains("2 to create");
  }

  @Test
  void aPlanFileIsAppliedOnceAndAnApprovedDigestIsHeldTo() {
    assertThat(run("apply", "--yes", "--var", "name=first").exit()).isZero();
    Path file = directory.resolve("a.plan");
    assertThat(run("plan", "--out", file.toString()).exit()).isZero();
    assertThat(run("apply", "--plan", file.toString()).exit()).isZero();
    assertThat(run("apply", "--plan", file.toString()).exit()).isEqualTo(ExitCode.STALE);
    assertThat(run("apply", "--var", "name=other", "--expect", "sha256:0").exit())
        .isEqualTo(ExitCode.STALE);
  }

  @Test
  void documentsAndEventsAreAsTheirSchemasSay() {
    Documented.by("plan", run("plan", "--json").out());
    CommandLineRun apply = run("apply", "--yes", "--json");
    Documented.by("apply", apply.out());
    Documented.by("document", apply.out());
    assertThat(apply.err().lines().toList())
        .isNotEmpty()
        .allSatisfy(line -> Documented.by("event", line));
    Documented.by("document", run("state", "list", "--json").out());
    Documented.by("document", CommandLineRun.of("plan", "--json", "--simulate", "nowhere").out());
  }

  @Test
  void everythingWrongInAFileIsShownWithItsLines() throws IOException {
    write("stack: small\nresources:\n  a: { type: aws.vcp }\n  b: { type: aws.vpc, cidr: 1 }\n");
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("stack.yaml:3:", "stack.yaml:4:", "aws.vpc", "  ^");
  }

  @Test
  void everyBadRuleIsRefusedAtOnceAndAtItsOwnLine() throws IOException {
    write(
        """
        stack: bad
        providers: { aws: { region: us-east-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.38.0.1/16 }
          group:
            type: aws.securityGroup
            groupName: bad
            vpcId: "${vpc.id}"
            ingress:
              - { ipProtocol: icmp, fromPort: -1, toPort: 0, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: tcp, fromPort: 443, toPort: 80, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: tcp, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: "-1", fromPort: 22, toPort: 22, cidrIpv4: 10.2.0.0/16 }
              - { ipProtocol: tcp, fromPort: 1, toPort: 70000, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: tcp, fromPort: 22, toPort: 22 }
              - { ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 10.0.0.0/8, cidrIpv6: "::/0" }
              - { ipProtocol: tcp, fromPort: 23, toPort: 23, cidrIpv4: 300.0.0.0/33 }
              - { ipProtocol: tcp, fromPort: 8, toPort: 8, cidrIpv4: 10.0.0.0/8, description: one }
              - { ipProtocol: tcp, fromPort: 8, toPort: 8, cidrIpv4: 10.0.0.0/8, description: two }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("did you mean 10.38.0.0/16?");
    for (int line : new int[] {4, 10, 11, 12, 13, 14, 15, 16, 17, 19}) {
      assertThat(run.err()).contains("stack.yaml:" + line + ":");
    }
  }

  @Test
  void aRuleThatAVariableMakesIsRefusedToo() throws IOException {
    write(
        """
        stack: bad
        variables: { protocol: { type: string, default: "-1" } }
        resources:
          group:
            type: aws.securityGroup
            groupName: bad
            ingress:
              - { ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 10.0.0.0/8 }
              - { ipProtocol: "${vars.protocol}", fromPort: 22, toPort: 22, cidrIpv4: 10.0.0.0/8 }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("CRN2010", "stack.yaml:9:", "needs a protocol that has ports");
  }

  @Test
  void whatIsNotCarriedOutIsRefusedByName() throws IOException {
    write(
        """
        stack: small
        providers:
          aws: { regoin: us-east-1, assumeRole: { roleArn: "arn:aws:iam::1:role/other" } }
          docker: { registries: { example.org: {} } }
        resources:
          host: { type: docker.host, endpoint: "unix:///d.sock", ready: { timeout: 1m }, state: lost }
          net: { type: docker.network, name: a, host: "${host}", region: b }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("did you mean `region`?", "`assumeRole` cannot", "`registries` cannot")
        .contains("`ready` cannot", "`state` cannot", "has no region");
  }

  @Test
  void aDependencyOnAnInstanceThatDoesNotExistIsRefused() throws IOException {
    write(
        """
        stack: small
        resources:
          vpc: { type: aws.vpc, forEach: [a, b], cidrBlock: 10.0.0.0/16 }
          eip: { type: aws.eip, dependsOn: ['vpc["c"]'] }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("CRN1024", "stack.yaml:4:", "no instance `c`");
  }

  /// The instances are known only after `vpc`, which comes later in the order of names.
  @Test
  void aDependencyOnAllInstancesWaitsForEachOfThem() throws IOException {
    write(
        """
        stack: small
        resources:
          eip: { type: aws.eip, dependsOn: [vpc] }
          vpc: { type: aws.vpc, forEach: [a, b], cidrBlock: 10.0.0.0/16 }
        """);
    assertThat(run("apply", "--yes").exit()).isZero();
    assertThat(run("state", "show", "eip", "--json").out())
        .contains("vpc[\\\"a\\\"]", "vpc[\\\"b\\\"]");
  }

  @Test
  void aCycleIsFoundWithoutAPlan() throws IOException {
    write(
        """
        stack: small
        locals: { a: "${locals.b}", b: "${locals.a}" }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("CRN2001", "stack.yaml:2:");
  }

  @Test
  void whatOnlyARunKnowsIsNoMistakeOfTheFile() throws IOException {
    write(
        """
        stack: small
        lookups:
          zones: { type: aws.availabilityZones }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
          secret: { type: aws.eip, tags: { Key: "${secret('env:NOWHERE')}", Also: "${'x' + secret('env:NOWHERE')}" } }
          subnet: { type: aws.subnet, forEach: "${zones.names}", vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
        """);
    CommandLineRun run = CommandLineRun.of("validate", directory.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
  }

  private void write(String stack) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), stack);
  }

  private CommandLineRun run(String... command) {
    return Simulated.in(directory, command);
  }
}
