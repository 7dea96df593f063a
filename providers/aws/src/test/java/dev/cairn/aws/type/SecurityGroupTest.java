package dev.cairn.aws.type;

import static dev.cairn.aws.Engine.desired;
import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupTest {
  private static final String SSH =
      "{'ipProtocol': 'tcp', 'fromPort': 22, 'toPort': 22, 'cidrIpv4': '10.0.0.0/8'}";
  private static final String WEB =
      "{'ipProtocol': 'tcp', 'fromPort': 80, 'toPort': 80, 'cidrIpv4': '0.0.0.0/0',"
          + " 'description': 'web'}";
  private static final String ALL = "{'ipProtocol': '-1', 'cidrIpv4': '0.0.0.0/0'}";
  private final SecurityGroup type = new SecurityGroup();

  private static Value.Fields rules(String ingress, String egress) {
    return json("{'ingress': [" + ingress + "], 'egress': [" + egress + "]}");
  }

  private List<Call> update(Value.Fields from, Value.Fields to, String... changed) {
    TreeSet<Path> paths = new TreeSet<>();
    for (String name : changed) {
      paths.add(Path.of(name));
    }
    return type.update(from, desired("securityGroup", to), paths);
  }

  private static final String TO_ALL = ", 'cidrIpv4': '10.0.0.0/8'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'-1', 'fromPort': 22, 'toPort': 22",
        "'all', 'fromPort': 22, 'toPort': 22",
        "'-1', 'toPort': 22",
        "'-1', 'fromPort': 0, 'toPort': 65535",
        "'50', 'fromPort': 500, 'toPort': 500",
        "'icmp', 'fromPort': -1, 'toPort': 0",
        "'tcp', 'fromPort': 443, 'toPort': 80",
        "'tcp', 'fromPort': -1, 'toPort': -1",
        "'tcp'"
      })
  void aRuleThatWouldOpenMoreThanItSaysIsRefusedAtItsOwnPlace(String rule) {
    Value.Fields written = rules(SSH + ", {'ipProtocol': " + rule + TO_ALL, ALL);
    assertThat(type.check(type.normalize(written)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.path()).isEqualTo(Path.of("ingress")))
        .satisfies(problem -> assertThat(problem.items()).containsExactly(1));
  }

  @Test
  void aRuleThatIsThereTwiceIsRefusedThoughItsDescriptionDiffers() {
    String again = WEB.replace("'description': 'web'", "'description': 'other'");
    assertThat(type.check(type.normalize(rules(WEB + ", " + SSH + ", " + again, ALL))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.items()).containsExactly(2));
  }

  @Test
  void normalizingRespellsAndDropsNothingThatSaysSomething() {
    Value.Fields written =
        rules("{'ipProtocol': 'ALL', 'fromPort': 22, 'toPort': 23" + TO_ALL, ALL);
    Value rule = type.normalize(written).items("ingress").getFirst();
    assertThat(rule).isEqualTo(json("{'ipProtocol': '-1', 'fromPort': 22, 'toPort': 23" + TO_ALL));
    Value.Fields none = rules("{'ipProtocol': '-1', 'fromPort': -1, 'toPort': -1" + TO_ALL, ALL);
    assertThat(type.normalize(none).items("ingress").getFirst())
        .isEqualTo(json("{'ipProtocol': '-1'" + TO_ALL));
  }

  @Test
  void whatIsNewIsAuthorizedBeforeAnythingIsRevoked() {
    List<Call> calls = update(rules(SSH, ALL), rules(WEB, SSH), "ingress", "egress");
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly(
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:AuthorizeSecurityGroupEgress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupEgress");
    assertThat(calls.getFirst().arguments())
        .isEqualTo(
            json(
                """
                {'IpPermissions': [{'IpProtocol': 'tcp', 'FromPort': 80, 'ToPort': 80,
                 'IpRanges': [{'CidrIp': '0.0.0.0/0', 'Description': 'web'}]}]}\
                """));
  }

  @Test
  void aNewDescriptionAloneIsUpdated() {
    List<Call> calls = update(rules(WEB, ""), rules(WEB.replace("'web'", "'site'"), ""), "ingress");
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly("ec2:UpdateSecurityGroupRuleDescriptionsIngress");
  }

  @Test
  void aDirectionThatIsNotChangedIsLeftAlone() {
    assertThat(update(rules(SSH, ALL), rules(SSH, ""), "ingress")).isEmpty();
  }

  @Test
  void aNewGroupLetsEverythingOutUntilItsRulesAreSet() {
    Value.Fields fresh = type.fresh(desired("securityGroup", Value.Fields.EMPTY));
    assertThat(update(fresh, rules(SSH, ""), "ingress", "egress"))
        .extracting(Call::api)
        .containsExactly("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress");
    assertThat(update(fresh, rules("", ALL), "ingress", "egress")).isEmpty();
  }

  @Test
  void rulesAreCreatedAfterTheGroup() {
    Value.Fields attributes = rules(SSH, ALL).with("groupName", Value.text("web"));
    assertThat(type.create(desired("securityGroup", attributes)))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.api()).isEqualTo("ec2:CreateSecurityGroup");
          assertThat(call.arguments())
              .isEqualTo(json("{'GroupName': 'web', 'Description': 'web'}"));
        });
  }

  @Test
  void aPeerThatIsNotKnownYetIsAuthorized() {
    Value unknown = unknown("id");
    Value rule = json("{'ipProtocol': '-1'}").with("referencedGroupId", unknown);
    Value.Fields to = Value.Fields.of("ingress", new Value.Items(List.of(rule)));
    List<Call> calls = update(rules("", ""), to, "ingress");
    assertThat(calls.getFirst().arguments().reads()).hasSize(1);
    assertThat(type.normalize(to)).isEqualTo(to);
  }

  @Test
  void rulesOfWhichNothingIsKnownTakeNothingAway() {
    Value.Fields to = Value.Fields.of("ingress", unknown("rules"));
    List<Call> calls = update(rules(SSH, ALL), to, "ingress");
    assertThat(calls).extracting(Call::api).containsExactly("ec2:AuthorizeSecurityGroupIngress");
    Call resolved = calls.getFirst().with(json("{'IpPermissions': [" + SSH + "]}"));
    Target target = new Target("sg-1", Value.Fields.EMPTY, ownership(), Action.UPDATE, 0, 1);
    assertThat(type.addressed(resolved, target))
        .isEqualTo(
            json(
                """
                {'GroupId': 'sg-1', 'IpPermissions': [{'IpProtocol': 'tcp', 'FromPort': 22,
                 'ToPort': 22, 'IpRanges': [{'CidrIp': '10.0.0.0/8'}]}]}\
                """));
  }

  private static Ownership ownership() {
    return new Ownership("l", "s", new Uid("u"), new OperationId("r", 0), "a");
  }

  private static Value unknown(String path) {
    return new Value.Unknown(
        Shape.Scalar.STRING,
        new Residual.Attribute(new AttributeRef(Address.of("other"), Path.of(path))));
  }

  @Test
  void rulesAreWrittenAsEc2AnswersThem() {
    Value.Fields written =
        json(
            """
            {'ingress': [
             {'ipProtocol': 'TCP', 'fromPort': 1, 'toPort': 2, 'cidrIpv4': '10.9.9.9/8'},
             {'ipProtocol': 'all', 'fromPort': 0, 'toPort': 0, 'cidrIpv6': '0:0::0/0'},
             {'ipProtocol': '1', 'cidrIpv4': '0.0.0.0/0', 'description': ''}]}\
            """);
    Value.Fields normal =
        json(
            """
            {'ingress': [
             {'ipProtocol': 'tcp', 'fromPort': 1, 'toPort': 2, 'cidrIpv4': '10.0.0.0/8'},
             {'ipProtocol': '-1', 'cidrIpv6': '::/0'},
             {'ipProtocol': 'icmp', 'fromPort': -1, 'toPort': -1, 'cidrIpv4': '0.0.0.0/0'}]}\
            """);
    assertThat(type.normalize(written)).isEqualTo(normal);
    assertThat(type.normalize(normal)).isEqualTo(normal);
  }

  @Test
  void aPermissionIsARuleForEachPeer() {
    Value.Fields observed =
        type.observe(
            json(
                """
                {'GroupId': 'sg-1', 'GroupName': 'web', 'IpPermissions': [
                 {'IpProtocol': 'tcp', 'FromPort': 80, 'ToPort': 80,
                  'IpRanges': [{'CidrIp': '10.0.0.0/8', 'Description': 'in'}],
                  'UserIdGroupPairs': [{'GroupId': 'sg-2', 'UserId': '1'}]}]}\
                """));
    assertThat(observed.items("ingress"))
        .containsExactlyInAnyOrder(
            json(
                """
                {'ipProtocol': 'tcp', 'fromPort': 80, 'toPort': 80, 'cidrIpv4': '10.0.0.0/8',
                 'description': 'in'}\
                """),
            json(
                """
                {'ipProtocol': 'tcp', 'fromPort': 80, 'toPort': 80,
                 'referencedGroupId': 'sg-2'}\
                """));
    assertThat(observed.items("egress")).isEmpty();
    assertThat(observed.has("egress")).isTrue();
  }

  @Test
  void theAnswerToACreationSaysNothingOfRules() {
    assertThat(type.observe(json("{'GroupId': 'sg-1'}")).has("ingress")).isFalse();
  }

  @Test
  void aRuleHasOnePeerAndItsPorts() {
    assertThat(type.check(rules("{'ipProtocol': 'tcp', 'fromPort': 80}", "")))
        .extracting(problem -> problem.summary())
        .containsExactly(
            "a rule has exactly one source or destination",
            "a rule for TCP or UDP needs its ports");
    assertThat(
            type.check(
                rules("{'ipProtocol': 'udp', 'fromPort': 9, 'toPort': 8, 'cidrIpv6': '::/0'}", "")))
        .extracting(problem -> problem.summary())
        .containsExactly("fromPort is above toPort");
    assertThat(type.check(rules(SSH, ALL))).isEmpty();
  }
}
