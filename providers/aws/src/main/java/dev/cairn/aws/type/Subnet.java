package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// `aws.subnet`.
public final class Subnet implements AwsType {
  private static final String MODIFY = "ec2:ModifySubnetAttribute";
  private static final String IPV6 = "ipv6CidrBlock";
  private static final List<String> FLAGS =
      List.of("assignIpv6AddressOnCreation", "mapPublicIpOnLaunch");
  private static final Making MAKING = new Making("ec2:CreateSubnet", "Subnet", "subnet");

  @Override
  public String kind() {
    return "subnet";
  }

  @Override
  public Source source() {
    return Source.ec2("DescribeSubnets", "Subnets", "SubnetId", "subnet-id", 1000);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed =
        ApiForm.attributes(
            description,
            "vpcId",
            "cidrBlock",
            "availabilityZone",
            "availabilityZoneId",
            "assignIpv6AddressOnCreation",
            "mapPublicIpOnLaunch",
            "ownerId",
            "subnetArn");
    return Ipv6Block.of(description).map(block -> observed.with(IPV6, block)).orElse(observed);
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Cidr.spelled(written, "cidrBlock", IPV6);
  }

  @Override
  public List<ResourceType.Problem> check(Value.Fields attributes) {
    return Cidr.hostBits(attributes, "cidrBlock", IPV6);
  }

  @Override
  public List<ResourceType.Problem> check(
      Value.Fields attributes, Function<String, Optional<Value.Fields>> referred) {
    return referred
        .apply("vpcId")
        .map(vpc ->
            Stream.of("cidrBlock", IPV6)
                .flatMap(block -> Cidr.outside(attributes, block, vpc, block, "VPC").stream())
                .toList())
        .orElse(List.of());
  }

  @Override
  public Optional<String> extent(Path key, String value) {
    return key.equals(Path.of("cidrBlock")) || key.equals(Path.of(IPV6))
        ? Cidr.bits(value)
        : Optional.empty();
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments =
        ApiForm.arguments(
            attributes, "vpcId", "cidrBlock", IPV6, "availabilityZone", "availabilityZoneId");
    List<Call> calls = new ArrayList<>();
    calls.add(Calls.making(MAKING, arguments, attributes));
    calls.addAll(Calls.flags(MODIFY, attributes, false, FLAGS));
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls = new ArrayList<>(Calls.flags(MODIFY, to.attributes(), changed, FLAGS));
    calls.addAll(Tags.update(from, to.attributes(), changed));
    return calls;
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:DeleteSubnet"));
  }
}
