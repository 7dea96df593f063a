package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import dev.cairn.acceptance.parts.Tree;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.DockerReferee;
import dev.cairn.referee.ec2.ClientTokens;
import dev.cairn.referee.ec2.DryRuns;
import dev.cairn.referee.ec2.InUse;
import dev.cairn.referee.ec2.OneHolder;
import dev.cairn.referee.ec2.Paging;
import dev.cairn.referee.ec2.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The main job on real parts: one stack of AWS and Docker resources is applied, planned, changed,
/// repaired and destroyed, and the referee counts every call.
@ExtendWith(Parts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {
  @TempDir static Path directory;
  private Moto moto;
  private Engine engine;
  private AwsReferee aws;
  private DockerReferee docker;
  private Cairn cairn;

  @BeforeAll
  void open(Moto aMoto, Engine anEngine) throws IOException {
    moto = aMoto;
    engine = anEngine;
    moto.reset();
    moto.boto3(
        """
        asg.create_launch_configuration(LaunchConfigurationName='c', ImageId='ami-12c6146b', InstanceType='t3.micro')
        asg.create_auto_scaling_group(AutoScalingGroupName='theirs', LaunchConfigurationName='c', MinSize=0, MaxSize=0, AvailabilityZones=['us-east-1a'])
        """);
    aws = AwsReferee.start(moto.uri());
    aws.add(Paging.of(2));
    aws.add(new InUse(moto.uri()));
    aws.add(new OneHolder(moto.uri()));
    aws.add(new Quotas(moto.uri(), Map.of()));
    aws.add(new DryRuns());
    aws.add(new ClientTokens());
    // A socket's path may have 107 characters at the most.
    docker = DockerReferee.start(engine.socket(), Files.createTempDirectory("ref").resolve("s"));
    cairn =
        new Cairn(directory)
            .with("AWS_ENDPOINT_URL", aws.uri().toString())
            .with("CAIRN_VAR_engine", "unix://" + docker.socket());
    cairn.begin();
    cairn.commit(resource("/main-job/stack.yaml"));
  }

  @AfterAll
  void close() throws IOException {
    aws.close();
    docker.close();
  }

  private static String resource(String name) throws IOException {
    try (var in = MainJobTest.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private Map<String, Integer> calls() {
    Map<String, Integer> calls = new TreeMap<>();
    aws.ledger()
        .counts(entry -> entry.mutating())
        .forEach((api, count) -> calls.merge(api, count, Integer::sum));
    docker
        .ledger()
        .counts(entry -> entry.mutating())
        .forEach((api, count) -> calls.merge(api, count, Integer::sum));
    return calls;
  }

  private void forget() {
    aws.ledger().clear();
    docker.ledger().clear();
  }

  private Shell.Result ok(String... arguments) {
    Shell.Result result = cairn.run(arguments);
    assertThat(result.exit())
        .as("%s%n%s%n%s", String.join(" ", arguments), result.out(), result.err())
        .isZero();
    return result;
  }

  private void nothingToDo() {
    for (int i = 0; i < 2; i++) {
      cairn.nothingToDo();
    }
  }

  /// The addresses on the lines of a plan that begin with a sign.
  private static List<String> changed(Shell.Result plan) {
    return Pattern.compile("(?m)^ {0,2}(?:~|[-+]|-/[+]|[+]/-) +(\\S+) +\\w+[.]\\w+ ")
        .matcher(plan.out())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private void edit(String from, String to, String message) {
    String before = cairn.read("stack.yaml");
    assertThat(before).contains(from);
    cairn.write("stack.yaml", before.replace(from, to));
    cairn.git("commit", "-q", "-a", "-m", message);
  }

  @Test
  @Order(1)
  void theStackIsAppliedWithTheCallsOfItsPlan() {
    forget();
    ok("apply", "--yes");
    assertThat(calls())
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("autoscaling:CreateAutoScalingGroup", 1),
                    Map.entry("autoscaling:CreateOrUpdateTags", 1),
                    Map.entry("docker:ContainerCreate", 1),
                    Map.entry("docker:ContainerStart", 1),
                    Map.entry("docker:NetworkCreate", 2),
                    Map.entry("docker:VolumeCreate", 1),
                    Map.entry("ec2:AllocateAddress", 1),
                    Map.entry("ec2:AssociateAddress", 1),
                    Map.entry("ec2:AssociateRouteTable", 2),
                    Map.entry("ec2:AttachInternetGateway", 1),
                    Map.entry("ec2:AuthorizeSecurityGroupEgress", 1),
                    Map.entry("ec2:AuthorizeSecurityGroupIngress", 2),
                    Map.entry("ec2:CreateInternetGateway", 1),
                    Map.entry("ec2:CreateLaunchTemplate", 1),
                    Map.entry("ec2:CreateNetworkInterface", 1),
                    Map.entry("ec2:CreateRoute", 1),
                    Map.entry("ec2:CreateRouteTable", 1),
                    Map.entry("ec2:CreateSecurityGroup", 2),
                    Map.entry("ec2:CreateSubnet", 2),
                    Map.entry("ec2:CreateVpc", 1),
                    Map.entry("ec2:ModifyVpcAttribute", 1),
                    Map.entry("ec2:RevokeSecurityGroupEgress", 1))));
    assertThat(engine.docker("inspect", "-f", "{{.State.Health.Status}}", "main-web"))
        .isEqualTo("healthy");
  }

  @Test
  @Order(2)
  void afterwardsThereIsNothingToDo() {
    forget();
    nothingToDo();
    assertThat(calls()).isEmpty();
  }

  @Test
  @Order(3)
  void aPlanTouchesNothingAndMakesNoMutatingCallEvenWhereNoneIsAllowed() throws IOException {
    edit("Name: main }\n  subnet", "Name: renamed }\n  subnet", "rename the VPC");
    aws.refuseWrites(true);
    docker.refuseWrites(true);
    forget();
    Map<Path, String> before = Tree.of(directory);
    assertThat(cairn.run("plan", "--detailed-exitcode").exit()).isEqualTo(2);
    assertThat(
            cairn
                .run("plan", "--out", Files.createTempDirectory("plan").resolve("p").toString())
                .exit())
        .isZero();
    assertThat(cairn.run("state", "list").exit()).isZero();
    assertThat(cairn.run("output").exit()).isZero();
    assertThat(Tree.of(directory)).isEqualTo(before);
    assertThat(calls()).isEmpty();
    aws.refuseWrites(false);
    docker.refuseWrites(false);
  }

  @Test
  @Order(4)
  void aChangedRuleTagAndVariableAreAllThatIsDone() {
    edit(
        "fromPort: 80, toPort: 80, cidrIpv4: 0.0.0.0/0",
        "fromPort: 443, toPort: 443, cidrIpv4: 0.0.0.0/0",
        "TLS");
    edit("default: hello", "default: welcome", "greet better");
    edit("docker.role: web", "docker.role: api", "change the role");
    forget();
    Shell.Result plan = cairn.run("plan");
    assertThat(changed(plan)).containsExactly("balancer", "group", "vpc", "web");
    ok("apply", "--yes");
    assertThat(calls())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "ec2:CreateTags", 1,
                    "ec2:AuthorizeSecurityGroupIngress", 1,
                    "ec2:RevokeSecurityGroupIngress", 1,
                    "autoscaling:CreateOrUpdateTags", 1,
                    "docker:ContainerStop", 1,
                    "docker:ContainerDelete", 1,
                    "docker:ContainerCreate", 1,
                    "docker:ContainerStart", 1)));
    nothingToDo();
  }

  @Test
  @Order(5)
  void driftMadeByHandIsShownAndRepaired() {
    moto.boto3(
        """
        g = ec2.describe_security_groups(Filters=[dict(Name='group-name', Values=['main-node'])])['SecurityGroups'][0]
        ec2.revoke_security_group_ingress(GroupId=g['GroupId'], IpPermissions=g['IpPermissions'])
        """);
    engine.docker("rm", "-f", "main-web");
    Shell.Result plan = cairn.run("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as(plan.err()).isEqualTo(2);
    assertThat(changed(plan)).containsExactly("node", "web");
    forget();
    ok("apply", "--yes");
    assertThat(calls())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "ec2:AuthorizeSecurityGroupIngress", 1,
                    "docker:ContainerCreate", 1,
                    "docker:ContainerStart", 1)));
    nothingToDo();
  }

  @Test
  @Order(6)
  void destroyLeavesNothing() {
    ok("destroy", "--yes", "--accept-data-loss", "data");
    assertThat(
            moto.boto3(
                """
                print([t['Key'] for g in asg.describe_auto_scaling_groups()['AutoScalingGroups'] for t in g['Tags']],
                  len([v for v in ec2.describe_vpcs()['Vpcs'] if not v['IsDefault']]),
                  len(ec2.describe_addresses()['Addresses']), len(asg.describe_auto_scaling_groups()['AutoScalingGroups']),
                  len(ec2.describe_launch_templates()['LaunchTemplates']),
                  len([g for g in ec2.describe_security_groups()['SecurityGroups'] if g['GroupName'].startswith('main')]),
                  len([i for i in ec2.describe_network_interfaces()['NetworkInterfaces']]))
                """))
        .isEqualTo("[] 0 0 1 0 0 0");
    assertThat(engine.docker("ps", "-aq", "--filter", "name=main-")).isEmpty();
    assertThat(engine.docker("network", "ls", "-q", "--filter", "name=main-")).isEmpty();
    assertThat(engine.docker("volume", "ls", "-q", "--filter", "name=main-")).isEmpty();
    assertThat(cairn.run("plan", "--detailed-exitcode").exit()).isEqualTo(2);
  }
}
