package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// `aws.vpc`. EC2 creates a VPC with DNS support and without DNS host names; what differs from that
/// takes a call of its own, as does its read.
public final class Vpc implements AwsType {
  private static final String DNS_SUPPORT = "enableDnsSupport";
  private static final String DNS_HOSTNAMES = "enableDnsHostnames";
  private static final String IPV6 = "amazonProvidedIpv6CidrBlock";
  private static final String MODIFY = "ec2:ModifyVpcAttribute";
  private static final Making MAKING = new Making("ec2:CreateVpc", "Vpc", "vpc");

  @Override
  public String kind() {
    return "vpc";
  }

  @Override
  public Source source() {
    return Source.ec2("DescribeVpcs", "Vpcs", "VpcId", "vpc-id", 1000);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public List<Extra> extras() {
    return List.of(dns(DNS_SUPPORT), dns(DNS_HOSTNAMES));
  }

  private static Extra dns(String attribute) {
    return new Extra(
        attribute,
        "ec2:DescribeVpcAttribute",
        Value.Fields.of("Attribute", Value.text(attribute)),
        List.of(ApiForm.capital(attribute), "Value"));
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed =
        ApiForm.attributes(description, "cidrBlock", "instanceTenancy", "dhcpOptionsId", "ownerId");
    return Ipv6Block.of(description)
        .map(block -> observed.with("ipv6CidrBlock", block).with(IPV6, new Value.Flag(true)))
        .orElse(observed);
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Cidr.spelled(written, "cidrBlock");
  }

  @Override
  public List<ResourceType.Problem> check(Value.Fields attributes) {
    return Cidr.hostBits(attributes, "cidrBlock");
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    List<Call> calls = new ArrayList<>();
    calls.add(
        Calls.making(
            MAKING,
            ApiForm.arguments(attributes, "cidrBlock", "instanceTenancy", IPV6),
            attributes));
    calls.addAll(Calls.flags(MODIFY, attributes, true, List.of(DNS_SUPPORT)));
    calls.addAll(Calls.flags(MODIFY, attributes, false, List.of(DNS_HOSTNAMES)));
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    Value.Fields attributes = to.attributes();
    List<Call> calls =
        new ArrayList<>(Calls.flags(MODIFY, attributes, changed, dnsOrder(attributes)));
    calls.addAll(Tags.update(from, attributes, changed));
    return calls;
  }

  /// Host names need support: support is the first that goes on and the last that goes off.
  private static List<String> dnsOrder(Value.Fields attributes) {
    return attributes.flag(DNS_SUPPORT).orElse(true)
        ? List.of(DNS_SUPPORT, DNS_HOSTNAMES)
        : List.of(DNS_HOSTNAMES, DNS_SUPPORT);
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:DeleteVpc"));
  }

  @Override
  public boolean awaited(Action action, Value.Fields attributes) {
    return action == Action.CREATE && attributes.flag(IPV6).orElse(false);
  }

  @Override
  public Optional<String> pending(Value.Fields description) {
    return Ipv6Block.pending(description);
  }
}
