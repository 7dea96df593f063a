package dev.cairn.acceptance.contract;

import java.util.List;

/// An attribute that moto takes and does not keep, or tells of in a form that AWS does not have, so
/// that no apply of it can end as planned.
///
/// @param path `TYPE.PATH`
/// @param why what moto does with it
/// @param kept a function of boto3 that answers whether moto keeps it, once it does
record LostByMoto(String path, String why, String kept) {
  /// What the functions stand on.
  static final String AROUND =
      """
      vpc = ec2.create_vpc(CidrBlock='10.0.0.0/16')['Vpc']['VpcId']
      net = ec2.create_subnet(VpcId=vpc, CidrBlock='10.0.0.0/24')['Subnet']['SubnetId']
      template = ec2.create_launch_template(LaunchTemplateName='a', LaunchTemplateData=dict(ImageId='ami-12c6146b'))['LaunchTemplate']
      def group(**one):
          asg.create_auto_scaling_group(AutoScalingGroupName='g', MinSize=0, MaxSize=1, VPCZoneIdentifier=net,
              LaunchTemplate=dict(LaunchTemplateId=template['LaunchTemplateId']), **one)
          found = asg.describe_auto_scaling_groups(AutoScalingGroupNames=['g'])['AutoScalingGroups'][0]
          asg.delete_auto_scaling_group(AutoScalingGroupName='g', ForceDelete=True)
          return one.items() <= found.items()
      def address(**one):
          made = ec2.allocate_address(Domain='vpc', **one)['AllocationId']
          return one.items() <= ec2.describe_addresses(AllocationIds=[made])['Addresses'][0].items()
      def interface(**one):
          made = ec2.create_network_interface(SubnetId=net, **one)['NetworkInterface']['NetworkInterfaceId']
          return one.items() <= ec2.describe_network_interfaces(NetworkInterfaceIds=[made])['NetworkInterfaces'][0].items()
      def block():
          wide = ec2.create_vpc(CidrBlock='10.1.0.0/16', AmazonProvidedIpv6CidrBlock=True)['Vpc']['VpcId']
          six = ec2.describe_vpcs(VpcIds=[wide])['Vpcs'][0]['Ipv6CidrBlockAssociationSet'][0]['Ipv6CidrBlock']
          made = ec2.create_subnet(VpcId=wide, CidrBlock='10.1.0.0/24', Ipv6CidrBlock=six.replace('/56', '/64'))['Subnet']['SubnetId']
          found = ec2.describe_subnets(SubnetIds=[made])['Subnets'][0]['Ipv6CidrBlockAssociationSet']
          return found[0]['Ipv6CidrBlockState']['State'] == 'associated'
      """;

  static final List<LostByMoto> ALL =
      List.of(
          new LostByMoto(
              "aws.autoscalingGroup.defaultInstanceWarmup",
              "is taken and not described",
              "group(DefaultInstanceWarmup=7)"),
          new LostByMoto(
              "aws.autoscalingGroup.maxInstanceLifetime",
              "is taken and not described",
              "group(MaxInstanceLifetime=86400)"),
          new LostByMoto(
              "aws.autoscalingGroup.serviceLinkedRoleARN",
              "is described as the account's own role, whatever was written",
              "group(ServiceLinkedRoleARN='arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_a')"),
          new LostByMoto(
              "aws.eip.networkBorderGroup",
              "is taken and not described",
              "address(NetworkBorderGroup='us-east-1')"),
          new LostByMoto(
              "aws.eip.publicIpv4Pool",
              "is taken and not described",
              "address(PublicIpv4Pool='ipv4pool-ec2-012345')"),
          new LostByMoto(
              "aws.networkInterface.interfaceType",
              "is described as `interface`, whatever was written",
              "interface(InterfaceType='efa')"),
          new LostByMoto(
              "aws.subnet.ipv6CidrBlock",
              "has the state `{'State': 'associated'}`, as text, which is none of AWS's",
              "block()"));

  /// A script that prints the paths that are kept after all, as a JSON list.
  static String script() {
    StringBuilder script = new StringBuilder(AROUND).append("kept = []\n");
    ALL.forEach(one ->
        script
            .append("if ")
            .append(one.kept())
            .append(": kept.append('")
            .append(one.path())
            .append("')\n"));
    return script.append("print(json.dumps(kept))\n").toString();
  }
}
