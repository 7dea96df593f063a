package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.WrongReply;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.Exchange;
import dev.cairn.referee.Fault;
import dev.cairn.referee.Hook;
import dev.cairn.referee.ec2.Lag;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The reply to the first mutating call of every kind goes wrong.
@ExtendWith(Parts.class)
class LostRepliesTest {
  private static final String STACK =
      """
      stack: replies
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16, enableDnsHostnames: true }
        subnet: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
        gateway: { type: aws.internetGateway, vpcId: "${vpc.id}" }
        routes:
          type: aws.routeTable
          vpcId: ${vpc.id}
          routes: [ { destinationCidrBlock: 0.0.0.0/0, gatewayId: "${gateway.id}" } ]
          associations: [ "${subnet.id}" ]
        front:
          type: aws.securityGroup
          groupName: front
          description: front
          vpcId: ${vpc.id}
          ingress:
            - { ipProtocol: tcp, fromPort: 443, toPort: 443, cidrIpv4: 0.0.0.0/0 }
            - { ipProtocol: tcp, fromPort: 80, toPort: 80, cidrIpv4: 10.0.0.0/16 }
        card: { type: aws.networkInterface, subnetId: "${subnet.id}", groups: [ "${front.id}" ] }
        address: { type: aws.eip }
        bound: { type: aws.eipAssociation, allocationId: "${address.id}", networkInterfaceId: "${card.id}" }
      """;

  private static final String MADE =
      """
      print(len([v for v in ec2.describe_vpcs()['Vpcs'] if not v['IsDefault']]),
            len([s for s in ec2.describe_subnets()['Subnets'] if not s['DefaultForAz']]),
            len(ec2.describe_addresses()['Addresses']),
            len(ec2.describe_network_interfaces()['NetworkInterfaces']),
            len([g for g in ec2.describe_security_groups()['SecurityGroups'] if g['GroupName'] == 'front']),
            len(ec2.describe_internet_gateways()['InternetGateways']))
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void everyObjectIsMadeOnceThoughTheFirstReplyOfEveryKindGoesWrong(WrongReply wrong, Moto moto)
      throws Exception {
    Fault fault = wrong.of(Exchange::mutating);
    livesAndEnds(moto, fault);
    assertThat(fault.happened()).hasSizeGreaterThan(8).containsKey("ec2:CreateVpc");
  }

  @Test
  void everyObjectIsMadeOnceThoughListsLag(Moto moto) throws Exception {
    livesAndEnds(moto, new Lag(Duration.ofSeconds(4)));
  }

  private void livesAndEnds(Moto moto, Hook trouble) throws Exception {
    moto.reset();
    try (AwsReferee aws = AwsReferee.start(moto.uri())) {
      aws.add(trouble);
      Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", aws.uri().toString());
      cairn.begin();
      cairn.commit(STACK);
      cairn.run("apply", "--yes").orFail();
      cairn.nothingToDo();
      assertThat(moto.boto3(MADE)).isEqualTo("1 1 1 1 1 1");
      cairn.run("destroy", "--yes").orFail();
      assertThat(moto.boto3(MADE)).isEqualTo("0 0 0 0 0 0");
    }
  }
}
