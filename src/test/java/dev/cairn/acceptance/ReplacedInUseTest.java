package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.referee.AwsReferee;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is replaced while something that stays refers to it, before a referee that deletes nothing
/// in use: with the defaults of every type, the edit can be applied.
@ExtendWith(Parts.class)
class ReplacedInUseTest {
  private static final String NETWORK =
      """
      stack: used
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
      """;

  @TempDir Path directory;
  private AwsReferee aws;
  private Cairn cairn;

  @BeforeEach
  void open(Moto moto) throws Exception {
    moto.reset();
    aws = AwsReferee.start(moto.uri());
    cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", aws.uri().toString());
    cairn.begin();
  }

  @AfterEach
  void close() throws Exception {
    cairn.run("destroy", "--yes").orFail();
    aws.close();
  }

  private void edited(String before, String after) {
    cairn.commit(NETWORK + before);
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
    cairn.commit(NETWORK + after);
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
  }

  private void edited(String resources, String from, String to) {
    assertThat(resources).contains(from);
    edited(resources, resources.replace(from, to));
  }

  private static final String GROUPS =
      """
        a: { type: aws.securityGroup, groupName: a, vpcId: "${vpc.id}", description: one }
        b:
          type: aws.securityGroup
          groupName: b
          vpcId: ${vpc.id}
          description: b
          ingress:
            - { ipProtocol: tcp, fromPort: 80, toPort: 80, referencedGroupId: "${a.id}" }
            - { ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 10.0.0.0/8 }
      """;

  @Test
  void aGroupThatKeepsItsNameIsReplacedUnderTheRuleOfAnother() {
    edited(GROUPS, "description: one", "description: two");
  }

  @Test
  void aGroupWithAnotherNameIsReplacedUnderTheRuleOfAnother() {
    edited(GROUPS, "groupName: a,", "groupName: z,");
  }

  @Test
  void aGroupIsReplacedUnderAnInterface() {
    edited(
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
          a: { type: aws.securityGroup, groupName: a, vpcId: "${vpc.id}", description: one }
          card: { type: aws.networkInterface, subnetId: "${net.id}", groups: [ "${a.id}" ] }
        """,
        "groupName: a, vpcId: \"${vpc.id}\", description: one",
        "groupName: z, vpcId: \"${vpc.id}\", description: two");
  }

  @Test
  void anInterfaceIsReplacedUnderTheAssociationOfAnAddress() {
    edited(
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
          other: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.2.0/24 }
          gate: { type: aws.internetGateway, vpcId: "${vpc.id}" }
          card: { type: aws.networkInterface, subnetId: "${net.id}" }
          ip: { type: aws.eip }
          tie: { type: aws.eipAssociation, allocationId: "${ip.id}", networkInterfaceId: "${card.id}", dependsOn: [ gate ] }
        """,
        "subnetId: \"${net.id}\"",
        "subnetId: \"${other.id}\"");
  }

  @Test
  void aGatewayIsReplacedUnderARoute() {
    cairn.commit(NETWORK + GATEWAY);
    cairn.run("apply", "--yes").orFail();
    cairn.run("apply", "--yes", "--replace", "gate").orFail();
    cairn.nothingToDo();
  }

  private static final String GATEWAY =
      """
        gate: { type: aws.internetGateway, vpcId: "${vpc.id}" }
        table: { type: aws.routeTable, vpcId: "${vpc.id}", routes: [ { destinationCidrBlock: 0.0.0.0/0, gatewayId: "${gate.id}" } ] }
      """;

  @Test
  void aTemplateIsReplacedUnderItsGroup() {
    edited(
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
          template: { type: aws.launchTemplate, launchTemplateName: one, launchTemplateData: { imageId: ami-12345678, instanceType: t3.micro } }
          group:
            type: aws.autoscalingGroup
            autoScalingGroupName: web
            minSize: 0
            maxSize: 2
            vpcZoneIdentifier: [ "${net.id}" ]
            launchTemplate: { launchTemplateId: "${template.id}", version: "${string(template.defaultVersionNumber)}" }
        """,
        "launchTemplateName: one",
        "launchTemplateName: two");
  }

  @Test
  void aSubnetIsReplacedUnderAGroupThatHasAnother() {
    edited(
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24, availabilityZone: us-east-1a }
          rest: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.2.0/24, availabilityZone: us-east-1b }
          template: { type: aws.launchTemplate, launchTemplateName: one, launchTemplateData: { imageId: ami-12345678, instanceType: t3.micro } }
          group:
            type: aws.autoscalingGroup
            autoScalingGroupName: web
            minSize: 0
            maxSize: 2
            vpcZoneIdentifier: [ "${net.id}", "${rest.id}" ]
            launchTemplate: { launchTemplateId: "${template.id}", version: "${string(template.defaultVersionNumber)}" }
        """,
        "availabilityZone: us-east-1a",
        "availabilityZone: us-east-1c");
  }

  @Test
  void aSubnetGoesFromOneTableToAnother() {
    edited(
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
          a: { type: aws.routeTable, vpcId: "${vpc.id}", associations: [ "${net.id}" ] }
          b: { type: aws.routeTable, vpcId: "${vpc.id}", associations: [] }
        """,
        """
          net: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
          a: { type: aws.routeTable, vpcId: "${vpc.id}", associations: [] }
          b: { type: aws.routeTable, vpcId: "${vpc.id}", associations: [ "${net.id}" ] }
        """);
  }

  @Test
  void twoGroupsThatNameEachOtherAreReplacedUnderAThird() {
    edited(
        """
          a: { type: aws.securityGroup, groupName: a, vpcId: "${vpc.id}", description: one, lifecycle: { createBeforeDelete: true }, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${b.id}" } ] }
          b: { type: aws.securityGroup, groupName: b, vpcId: "${vpc.id}", description: one, lifecycle: { createBeforeDelete: true }, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${a.id}" } ] }
          c: { type: aws.securityGroup, groupName: c, vpcId: "${vpc.id}", description: one, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${a.id}" } ] }
        """,
        """
          a: { type: aws.securityGroup, groupName: aa, vpcId: "${vpc.id}", description: two, lifecycle: { createBeforeDelete: true }, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${b.id}" } ] }
          b: { type: aws.securityGroup, groupName: bb, vpcId: "${vpc.id}", description: two, lifecycle: { createBeforeDelete: true }, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${a.id}" } ] }
          c: { type: aws.securityGroup, groupName: c, vpcId: "${vpc.id}", description: one, ingress: [ { ipProtocol: tcp, fromPort: 1, toPort: 1, referencedGroupId: "${a.id}" } ] }
        """);
  }
}
