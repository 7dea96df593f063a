package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedSet;

/// `aws.eip`: a public address of a VPC's account. Its id is the allocation's.
public final class Eip implements AwsType {
  private static final Making MAKING = new Making("ec2:AllocateAddress", null, "elastic-ip");

  @Override
  public String kind() {
    return "eip";
  }

  /// DescribeAddresses has no pages.
  @Override
  public Source source() {
    return new Source(
        "ec2:DescribeAddresses",
        "Addresses",
        "AllocationId",
        new Source.By.IdFilter("allocation-id"),
        null,
        0);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    return ApiForm.attributes(
        description, "allocationId", "domain", "networkBorderGroup", "publicIp", "publicIpv4Pool");
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments =
        ApiForm.arguments(attributes, "networkBorderGroup", "publicIpv4Pool")
            .with("Domain", Value.text("vpc"));
    return List.of(Calls.making(MAKING, arguments, attributes));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return Tags.update(from, to.attributes(), changed);
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:ReleaseAddress"));
  }
}
