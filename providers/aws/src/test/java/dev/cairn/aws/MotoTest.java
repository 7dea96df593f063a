package dev.cairn.aws;

import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.aws.Engine.Made;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The life of every type on moto's server, whose URL is in the system property `cairn.moto` or in
/// the environment variable `CAIRN_MOTO`.
@Tag("moto")
@EnabledIf("moto")
class MotoTest {
  private Session session;
  private Engine engine;
  private String run;

  static boolean moto() {
    return url() != null;
  }

  private static String url() {
    return System.getProperty("cairn.moto", System.getenv("CAIRN_MOTO"));
  }

  @BeforeEach
  void open() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    AwsProvider provider = new AwsProvider(Map.of());
    session =
        provider.open(provider.scope(json("{'region': 'us-east-1', 'endpoint': '" + url() + "'}")));
    run = "R" + System.nanoTime();
    engine = new Engine(session, run);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Made lives(String kind, String first) {
    Made made = engine.create(kind, first);
    assertThat(made.text("id")).isEqualTo(made.id());
    assertThat(engine.differences(made, first)).isEmpty();
    return made;
  }

  private Made changes(Made made, String next, String... calls) {
    engine.sent();
    Made changed = engine.update(made, next);
    assertThat(engine.sent()).containsExactly(calls);
    assertThat(engine.differences(changed, next)).isEmpty();
    return changed;
  }

  private void ends(Made made) {
    engine.delete(made);
    assertThat(engine.read(made, made.attributes())).isInstanceOf(Reading.Absent.class);
  }

  private Made vpc() {
    return engine.create("vpc", "{'cidrBlock': '10.20.0.0/16'}");
  }

  private Made subnet(Made vpc, String block) {
    return engine.create("subnet", "{'vpcId': '" + vpc.id() + "', 'cidrBlock': '" + block + "'}");
  }

  @Test
  void aVpcLives() {
    Made vpc =
        lives(
            "vpc",
            "{'cidrBlock': '10.20.0.0/16', 'enableDnsHostnames': true, 'tags': {'Name': 'a'}}");
    assertThat(engine.sent()).containsExactly("ec2:CreateVpc", "ec2:ModifyVpcAttribute");
    changes(vpc, "{'enableDnsHostnames': false}", "ec2:ModifyVpcAttribute");
    changes(
        vpc,
        "{'enableDnsSupport': false, 'tags': {'Name': 'b'}}",
        "ec2:ModifyVpcAttribute",
        "ec2:CreateTags");
    assertThat(engine.present(vpc, Value.Fields.EMPTY).ownership()).isEqualTo(vpc.ownership());
    assertThat(vpc.text("ownerId")).isNotEmpty();
    ends(vpc);
  }

  @Test
  void aSubnetLives() {
    Made vpc = vpc();
    Made subnet =
        lives(
            "subnet",
            "{'vpcId': '"
                + vpc.id()
                + "', 'cidrBlock': '10.20.1.0/24',"
                + " 'availabilityZone': 'us-east-1b', 'mapPublicIpOnLaunch': true}");
    changes(
        subnet,
        "{'mapPublicIpOnLaunch': false, 'tags': {'Name': 'b'}}",
        "ec2:ModifySubnetAttribute",
        "ec2:CreateTags");
    ends(subnet);
  }

  @Test
  void anInternetGatewayLivesAndMoves() {
    Made one = vpc();
    Made two = vpc();
    Made gateway = lives("internetGateway", "{'vpcId': '" + one.id() + "'}");
    changes(
        gateway,
        "{'vpcId': '" + two.id() + "'}",
        "ec2:DetachInternetGateway",
        "ec2:AttachInternetGateway");
    ends(gateway);
  }

  @Test
  void aRouteTableLives() {
    Made vpc = vpc();
    Made a = subnet(vpc, "10.20.1.0/24");
    Made b = subnet(vpc, "10.20.2.0/24");
    Made gateway = engine.create("internetGateway", "{'vpcId': '" + vpc.id() + "'}");
    String routes =
        "'routes': [{'destinationCidrBlock': '0.0.0.0/0', 'gatewayId': '" + gateway.id() + "'}]";
    engine.sent();
    Made table =
        lives(
            "routeTable",
            "{'vpcId': '" + vpc.id() + "', " + routes + ", 'associations': ['" + a.id() + "']}");
    assertThat(engine.sent())
        .containsExactly("ec2:CreateRouteTable", "ec2:CreateRoute", "ec2:AssociateRouteTable");
    assertThat(table.attributes().fields("associationIds").has(a.id())).isTrue();
    changes(
        table,
        "{'associations': ['" + b.id() + "']}",
        "ec2:AssociateRouteTable",
        "ec2:DisassociateRouteTable");
    changes(
        table,
        "{'routes': [{'destinationCidrBlock': '10.99.0.0/16', 'gatewayId': '"
            + gateway.id()
            + "'}]}",
        "ec2:CreateRoute",
        "ec2:DeleteRoute");
    Made face = engine.create("networkInterface", "{'subnetId': '" + a.id() + "'}");
    changes(
        table,
        "{'routes': [{'destinationCidrBlock': '10.99.0.0/16', 'networkInterfaceId': '"
            + face.id()
            + "'}]}",
        "ec2:ReplaceRoute");
    ends(table);
  }

  @Test
  void aSecurityGroupLivesWithItsRules() {
    Made vpc = vpc();
    String own = "{'groupName': 'web', 'description': 'web', 'vpcId': '" + vpc.id() + "', ";
    String http = "{'ipProtocol': 'TCP', 'fromPort': 80, 'toPort': 80, 'cidrIpv4': '10.1.2.3/8'}";
    Made group = lives("securityGroup", own + "'ingress': [" + http + "], 'egress': []}");
    assertThat(engine.sent().subList(1, 4))
        .containsExactly(
            "ec2:CreateSecurityGroup",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupEgress");
    String more =
        "{'ipProtocol': '6', 'fromPort': 443, 'toPort': 443, 'cidrIpv6': '::/0',"
            + " 'description': 'all'}";
    String self = "{'ipProtocol': '-1', 'referencedGroupId': '" + group.id() + "'}";
    String ping = "{'ipProtocol': 'icmp', 'cidrIpv4': '0.0.0.0/0'}";
    changes(
        group,
        "{'ingress': [" + more + ", " + self + ", " + ping + "]}",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:RevokeSecurityGroupIngress");
    changes(
        group,
        "{'ingress': [" + more.replace("'all'", "'everybody'") + ", " + self + ", " + ping + "]}",
        "ec2:UpdateSecurityGroupRuleDescriptionsIngress");
    changes(group, "{'egress': [" + http + "]}", "ec2:AuthorizeSecurityGroupEgress");
    changes(group, "{'ingress': []}", "ec2:RevokeSecurityGroupIngress");
    ends(group);
  }

  @Test
  void aNetworkInterfaceLives() {
    Made vpc = vpc();
    Made subnet = subnet(vpc, "10.20.1.0/24");
    Made a = engine.create("securityGroup", "{'groupName': 'a', 'vpcId': '" + vpc.id() + "'}");
    Made b = engine.create("securityGroup", "{'groupName': 'b', 'vpcId': '" + vpc.id() + "'}");
    engine.sent();
    Made face =
        lives(
            "networkInterface",
            "{'subnetId': '"
                + subnet.id()
                + "', 'privateIpAddress': '10.20.1.9',"
                + " 'description': 'one', 'groups': ['"
                + a.id()
                + "'], 'tags': {'Name': 'n'}}");
    assertThat(engine.sent()).containsExactly("ec2:CreateNetworkInterface");
    changes(
        face,
        "{'groups': ['" + a.id() + "', '" + b.id() + "'], 'sourceDestCheck': false}",
        "ec2:ModifyNetworkInterfaceAttribute",
        "ec2:ModifyNetworkInterfaceAttribute");
    assertThat(engine.present(face, Value.Fields.EMPTY).ownership()).isEqualTo(face.ownership());
    ends(face);
  }

  @Test
  void anElasticIpLivesAndIsLedToAnInterface() {
    Made subnet = subnet(vpc(), "10.20.1.0/24");
    Made one = engine.create("networkInterface", "{'subnetId': '" + subnet.id() + "'}");
    Made two = engine.create("networkInterface", "{'subnetId': '" + subnet.id() + "'}");
    Made eip = lives("eip", "{'tags': {'Name': 'e'}}");
    assertThat(eip.text("publicIp")).contains(".");
    Made link =
        lives(
            "eipAssociation",
            "{'allocationId': '" + eip.id() + "', 'networkInterfaceId': '" + one.id() + "'}");
    link = changes(link, "{'networkInterfaceId': '" + two.id() + "'}", "ec2:AssociateAddress");
    assertThat(
            session.findByNaturalKey(
                new TypeName("aws", "eipAssociation"),
                Value.Fields.of("allocationId", Value.text(eip.id()))))
        .isInstanceOfSatisfying(
            Listing.Complete.class, listing -> assertThat(listing.found()).hasSize(1));
    ends(link);
    changes(eip, "{'tags': {'Name': 'f'}}", "ec2:CreateTags");
    ends(eip);
  }

  /// Its tags are not changed here: this server describes those that it was created with.
  @Test
  void aLaunchTemplateLivesInVersions() {
    String name = "'launchTemplateName': 'lt" + run + "', ";
    String data =
        "'launchTemplateData': {'instanceType': 't3.micro', 'imageId': 'ami-12c6146b',"
            + " 'tagSpecifications': [{'resourceType': 'instance', 'tags': {'Name': 'n'}}]}";
    Made template = lives("launchTemplate", "{" + name + data + "}");
    assertThat(template.attributes().whole("defaultVersionNumber")).contains(1L);
    Made changed =
        changes(
            template,
            "{" + name + data.replace("t3.micro", "t3.small") + "}",
            "ec2:CreateLaunchTemplateVersion",
            "ec2:ModifyLaunchTemplate");
    assertThat(changed.attributes().whole("defaultVersionNumber")).contains(2L);
    ends(changed);
  }

  @Test
  void anAutoscalingGroupLivesAndSomebodyElseTagsIt() {
    Made vpc = vpc();
    Made a = subnet(vpc, "10.20.1.0/24");
    Made b = subnet(vpc, "10.20.2.0/24");
    Made template =
        engine.create(
            "launchTemplate",
            "{'launchTemplateName': 'lt"
                + run
                + "', 'launchTemplateData':"
                + " {'instanceType': 't3.micro', 'imageId': 'ami-12c6146b'}}");
    engine.sent();
    String group = "{'autoScalingGroupName': 'g" + run + "', 'minSize': 0, 'maxSize': 2, ";
    Made made =
        lives(
            "autoscalingGroup",
            group
                + "'desiredCapacity': 0, 'vpcZoneIdentifier': ['"
                + b.id()
                + "', '"
                + a.id()
                + "'], 'launchTemplate': {'launchTemplateId': '"
                + template.id()
                + "', 'version': 1},"
                + " 'tags': {'role': 'web', 'quiet': {'value': 'x', 'propagateAtLaunch': false}}}");
    assertThat(engine.sent()).containsExactly("autoscaling:CreateAutoScalingGroup");
    assertThat(made.text("autoScalingGroupARN")).startsWith("arn:");
    changes(
        made,
        "{'maxSize': 3, 'tags': {'role': 'db'}}",
        "autoscaling:UpdateAutoScalingGroup",
        "autoscaling:CreateOrUpdateTags");
    Made tags =
        lives(
            "autoscalingTags",
            "{'autoScalingGroupName': '" + made.id() + "', 'tags': {'docker.role': 'x'}}");
    changes(tags, "{'tags': {'docker.role': 'y'}}", "autoscaling:CreateOrUpdateTags");
    Reading.Present seen = engine.present(tags, tags.attributes());
    assertThat(seen.attributes().fields("tags").fields()).containsOnlyKeys("docker.role");
    engine.delete(tags);
    Reading.Present left = engine.present(made, Value.Fields.EMPTY);
    assertThat(left.attributes().fields("tags").fields()).containsOnlyKeys("role", "quiet");
    assertThat(left.ownership()).isEqualTo(made.ownership());
    ends(made);
  }

  @Test
  void whatAnOperationMadeIsFound() {
    Made vpc = vpc();
    subnet(vpc, "10.20.1.0/24");
    OperationId operation = vpc.ownership().operation();
    for (String kind : List.of("vpc", "subnet", "eip", "launchTemplate", "autoscalingGroup")) {
      Listing listing =
          session.findByOwnership(new TypeName("aws", kind), new OwnershipQuery(run, operation));
      assertThat(listing)
          .isInstanceOfSatisfying(
              Listing.Complete.class,
              all -> assertThat(all.found()).hasSize(kind.equals("vpc") ? 1 : 0));
    }
  }

  @Test
  void anObjectIsFoundByItsTags() {
    engine.create("vpc", "{'cidrBlock': '10.20.0.0/16', 'tags': {'Name': '" + run + "'}}");
    assertThat(
            session.findByNaturalKey(
                new TypeName("aws", "vpc"), json("{'tags': {'Name': '" + run + "'}}")))
        .isInstanceOfSatisfying(
            Listing.Complete.class, listing -> assertThat(listing.found()).hasSize(1));
  }

  @Test
  void lookupsAnswer() {
    assertThat(session.identity())
        .isInstanceOfSatisfying(
            Answer.Given.class,
            answer -> assertThat(answer.outputs().text("account")).contains("123456789012"));
    assertThat(session.lookup(new TypeName("aws", "availabilityZones"), Value.Fields.EMPTY))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            answer ->
                assertThat(answer.outputs().items("names")).contains(Value.text("us-east-1a")));
    assertThat(
            session.lookup(
                new TypeName("aws", "image"), json("{'owners': ['amazon'], 'mostRecent': true}")))
        .isInstanceOfSatisfying(
            Answer.Given.class, answer -> assertThat(answer.outputs().text("id")).isPresent());
  }
}
