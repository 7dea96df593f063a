package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// `aws.internetGateway`, attached to the VPC of `vpcId`, which may change.
public final class InternetGateway implements AwsType {
  private static final String VPC = "vpcId";
  private static final String ATTACH = "ec2:AttachInternetGateway";
  private static final String DETACH = "ec2:DetachInternetGateway";
  private static final Making MAKING =
      new Making("ec2:CreateInternetGateway", "InternetGateway", "internet-gateway");

  @Override
  public String kind() {
    return "internetGateway";
  }

  @Override
  public Source source() {
    return Source.ec2(
        "DescribeInternetGateways",
        "InternetGateways",
        "InternetGatewayId",
        "internet-gateway-id",
        1000);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed = ApiForm.attributes(description, "ownerId");
    for (Value attachment : description.items("Attachments")) {
      observed = observed.with(ApiForm.attributes((Value.Fields) attachment, VPC));
    }
    return observed;
  }

  @Override
  public List<Call> create(Desired desired) {
    List<Call> calls = new ArrayList<>();
    calls.add(Calls.making(MAKING, Value.Fields.EMPTY, desired.attributes()));
    onVpc(ATTACH, desired.attributes()).ifPresent(calls::add);
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls = new ArrayList<>();
    if (changed.contains(Path.of(VPC))) {
      onVpc(DETACH, from).ifPresent(calls::add);
      onVpc(ATTACH, to.attributes()).ifPresent(calls::add);
    }
    calls.addAll(Tags.update(from, to.attributes(), changed));
    return calls;
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    List<Call> calls = new ArrayList<>();
    onVpc(DETACH, from).ifPresent(calls::add);
    calls.add(Calls.safe("ec2:DeleteInternetGateway"));
    return calls;
  }

  private static Optional<Call> onVpc(String api, Value.Fields attributes) {
    return attributes.has(VPC)
        ? Optional.of(Calls.safe(api, ApiForm.arguments(attributes, VPC)))
        : Optional.empty();
  }

  @Override
  public boolean holds(Call call, Value.Fields attributes) {
    boolean attached = attributes.get(VPC).equals(call.arguments().get("VpcId"));
    return switch (call.api()) {
      case ATTACH -> attached;
      case DETACH -> !attached;
      default -> false;
    };
  }
}
