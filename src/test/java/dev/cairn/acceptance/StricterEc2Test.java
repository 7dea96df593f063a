package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.ec2.ClientTokens;
import dev.cairn.referee.ec2.DryRuns;
import dev.cairn.referee.ec2.InUse;
import dev.cairn.referee.ec2.OneHolder;
import dev.cairn.referee.ec2.Paging;
import dev.cairn.referee.ec2.Quotas;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The referee before moto, asked by a client that is not Cairn.
@ExtendWith(Parts.class)
class StricterEc2Test {
  private static final String REFUSED =
      """
      from botocore.exceptions import ClientError
      def refused(call, **arguments):
          try:
              call(**arguments)
              return 'done'
          except ClientError as e:
              return e.response['Error']['Code']
      vpc = ec2.create_vpc(CidrBlock='10.0.0.0/16')['Vpc']['VpcId']
      def group(name):
          return ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)['GroupId']
      """;

  private Moto moto;
  private AwsReferee aws;

  @BeforeEach
  void open(Moto aMoto) throws Exception {
    moto = aMoto;
    moto.reset();
    aws = AwsReferee.start(moto.uri());
  }

  @AfterEach
  void close() throws Exception {
    aws.close();
  }

  @Test
  void pagesHoldEveryObjectOnceAndNoMoreThanWasAskedFor() {
    aws.add(Paging.asDocumented());
    String sizes =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                for i in range(16): ec2.create_launch_template(LaunchTemplateName=f't{i}', LaunchTemplateData={'ImageId': 'ami-1'})
                for i in range(16): ec2.create_route_table(VpcId=vpc)
                for action, key, size in (('describe_launch_templates', 'LaunchTemplates', 7), ('describe_route_tables', 'RouteTables', 7)):
                    pages = [p[key] for p in ec2.get_paginator(action).paginate(PaginationConfig={'PageSize': size})]
                    ids = [json.dumps(o, default=str) for p in pages for o in p]
                    print(action, [len(p) for p in pages], len(set(ids)))
                """);
    assertThat(sizes)
        .isEqualTo(
            "describe_launch_templates [7, 7, 2] 16\ndescribe_route_tables [7, 7, 4] 18".strip());
  }

  @Test
  void aTokenHoldsForItsOwnRequestAlone() {
    aws.add(Paging.of(1));
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                token = ec2.describe_vpcs()['NextToken']
                print(refused(ec2.describe_vpcs, NextToken=token))
                print(refused(ec2.describe_vpcs, NextToken=token, Filters=[{'Name': 'vpc-id', 'Values': [vpc]}]))
                print(refused(ec2.describe_subnets, NextToken=token))
                print(refused(ec2.describe_vpcs, NextToken='invented'))
                print(refused(ec2.describe_vpcs, MaxResults=5000))
                """);
    assertThat(answers.lines())
        .containsExactly(
            "done",
            "InvalidParameterValue",
            "InvalidParameterValue",
            "InvalidParameterValue",
            "InvalidParameterValue");
  }

  @Test
  void whatIsInUseIsNotDeleted() {
    aws.add(new InUse(moto.uri()));
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                a, b, c = group('a'), group('b'), group('c')
                rule = lambda g: [{'IpProtocol': 'tcp', 'FromPort': 80, 'ToPort': 80, 'UserIdGroupPairs': [{'GroupId': g}]}]
                ec2.authorize_security_group_ingress(GroupId=a, IpPermissions=rule(b))
                ec2.authorize_security_group_ingress(GroupId=a, IpPermissions=rule(a))
                print('referenced', refused(ec2.delete_security_group, GroupId=b))
                print('by itself', refused(ec2.delete_security_group, GroupId=a))
                subnet = ec2.create_subnet(VpcId=vpc, CidrBlock='10.0.1.0/24')['Subnet']['SubnetId']
                card = ec2.create_network_interface(SubnetId=subnet, Groups=[c])['NetworkInterface']['NetworkInterfaceId']
                print('attached', refused(ec2.delete_security_group, GroupId=c))
                print('subnet', refused(ec2.delete_subnet, SubnetId=subnet))
                print('vpc', refused(ec2.delete_vpc, VpcId=vpc))
                ec2.delete_network_interface(NetworkInterfaceId=card)
                print('then', refused(ec2.delete_security_group, GroupId=c), refused(ec2.delete_subnet, SubnetId=subnet))
                """);
    assertThat(answers.lines())
        .containsExactly(
            "referenced DependencyViolation",
            "by itself done",
            "attached DependencyViolation",
            "subnet DependencyViolation",
            "vpc DependencyViolation",
            "then done done");
  }

  @Test
  void aDryRunChangesNothing() {
    aws.add(new DryRuns());
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                print(refused(ec2.create_subnet, VpcId=vpc, CidrBlock='10.0.1.0/24', DryRun=True))
                print(len(ec2.describe_subnets(Filters=[{'Name': 'vpc-id', 'Values': [vpc]}])['Subnets']))
                """);
    assertThat(answers.lines()).containsExactly("DryRunOperation", "0");
  }

  @Test
  void aTokenStandsForOneCall() {
    aws.add(new ClientTokens());
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                make = lambda: ec2.create_route_table(VpcId=vpc, ClientToken='t')['RouteTable']['RouteTableId']
                print(make() == make())
                other = ec2.create_vpc(CidrBlock='10.1.0.0/16')['Vpc']['VpcId']
                print(refused(ec2.create_route_table, VpcId=other, ClientToken='t'))
                """);
    assertThat(answers.lines()).containsExactly("True", "IdempotentParameterMismatch");
  }

  @Test
  void whatOneHoldsIsNotGivenToAnother() {
    aws.add(new OneHolder(moto.uri()));
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                subnet = ec2.create_subnet(VpcId=vpc, CidrBlock='10.0.1.0/24')['Subnet']['SubnetId']
                one, two = (ec2.create_route_table(VpcId=vpc)['RouteTable']['RouteTableId'] for _ in range(2))
                print('table', refused(ec2.associate_route_table, RouteTableId=one, SubnetId=subnet), refused(ec2.associate_route_table, RouteTableId=two, SubnetId=subnet))
                gates = [ec2.create_internet_gateway()['InternetGateway']['InternetGatewayId'] for _ in range(2)]
                print('gateway', *[refused(ec2.attach_internet_gateway, InternetGatewayId=g, VpcId=vpc) for g in gates])
                a = ec2.create_network_interface(SubnetId=subnet, PrivateIpAddress='10.0.1.50')['NetworkInterface']['NetworkInterfaceId']
                b = ec2.create_network_interface(SubnetId=subnet)['NetworkInterface']['NetworkInterfaceId']
                print('new card', refused(ec2.create_network_interface, SubnetId=subnet, PrivateIpAddress='10.0.1.50'))
                print('assign', refused(ec2.assign_private_ip_addresses, NetworkInterfaceId=b, PrivateIpAddresses=['10.0.1.50']), refused(ec2.assign_private_ip_addresses, NetworkInterfaceId=b, PrivateIpAddresses=['10.0.1.60']))
                eip = ec2.allocate_address(Domain='vpc')['AllocationId']
                print('address', *[refused(ec2.associate_address, AllocationId=eip, NetworkInterfaceId=card) for card in (a, b)])
                print('moves', refused(ec2.associate_address, AllocationId=eip, NetworkInterfaceId=b, AllowReassociation=True))
                print('release', refused(ec2.release_address, AllocationId=eip))
                """);
    assertThat(answers.lines())
        .containsExactly(
            "table done Resource.AlreadyAssociated",
            "gateway done InvalidParameterValue",
            "new card InvalidIPAddress.InUse",
            "assign InvalidIPAddress.InUse done",
            "address done Resource.AlreadyAssociated",
            "moves done",
            "release InvalidIPAddress.InUse");
  }

  @Test
  void thereAreNoMoreThanTheQuotaAllows() {
    aws.add(new Quotas(moto.uri(), Map.of("ec2:AllocateAddress", 5)));
    String answers =
        moto.boto3(
            aws.uri(),
            REFUSED
                + """
                print([refused(ec2.allocate_address, Domain='vpc') for _ in range(6)][4:])
                g = group('g')
                rules = lambda start, n: [{'IpProtocol': 'tcp', 'FromPort': p, 'ToPort': p, 'IpRanges': [{'CidrIp': '10.0.0.0/16'}]} for p in range(start, start + n)]
                print(refused(ec2.authorize_security_group_ingress, GroupId=g, IpPermissions=rules(1, 60)))
                print(refused(ec2.authorize_security_group_ingress, GroupId=g, IpPermissions=rules(100, 1)))
                print(refused(ec2.authorize_security_group_egress, GroupId=g, IpPermissions=rules(100, 1)))
                """);
    assertThat(answers.lines())
        .containsExactly(
            "['done', 'AddressLimitExceeded']",
            "done",
            "RulesPerSecurityGroupLimitExceeded",
            "done");
  }
}
