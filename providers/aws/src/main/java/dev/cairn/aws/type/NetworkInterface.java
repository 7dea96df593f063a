package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/// `aws.networkInterface`, available once it is created.
public final class NetworkInterface implements AwsType {
  private static final String MODIFY = "ec2:ModifyNetworkInterfaceAttribute";
  private static final String DESCRIPTION = "description";
  private static final String GROUPS = "groups";
  private static final List<String> FLAGS = List.of("sourceDestCheck");
  private static final Making MAKING =
      new Making("ec2:CreateNetworkInterface", "NetworkInterface", "network-interface");

  @Override
  public String kind() {
    return "networkInterface";
  }

  @Override
  public Source source() {
    return Source.ec2(
        "DescribeNetworkInterfaces",
        "NetworkInterfaces",
        "NetworkInterfaceId",
        "network-interface-id",
        1000);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  /// Descriptions have their tags in `TagSet`.
  @Override
  public Value.Fields described(Value.Fields description) {
    return description
        .get("TagSet")
        .map(tags -> description.with("Tags", tags))
        .orElse(description);
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed =
        ApiForm.attributes(
            description,
            "availabilityZone",
            DESCRIPTION,
            "interfaceType",
            "macAddress",
            "ownerId",
            "privateDnsName",
            "privateIpAddress",
            "sourceDestCheck",
            "subnetId",
            "vpcId");
    List<Value> groups = new ArrayList<>();
    for (Value group : description.items("Groups")) {
      ((Value.Fields) group).get("GroupId").ifPresent(groups::add);
    }
    return observed.with(GROUPS, new Value.Items(Sets.sorted(groups)));
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Sets.sorted(written, GROUPS);
  }

  @Override
  public List<Problem> check(
      Value.Fields attributes, Function<String, Optional<Value.Fields>> referred) {
    return referred
        .apply("subnetId")
        .map(subnet -> Cidr.outside(attributes, "privateIpAddress", subnet, "cidrBlock", "subnet"))
        .orElse(List.of());
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments =
        ApiForm.arguments(
            attributes, DESCRIPTION, GROUPS, "interfaceType", "privateIpAddress", "subnetId");
    List<Call> calls = new ArrayList<>();
    calls.add(Calls.making(MAKING, arguments, attributes));
    calls.addAll(Calls.flags(MODIFY, attributes, true, FLAGS));
    return calls;
  }

  /// EC2 changes one attribute in one call.
  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    Value.Fields attributes = to.attributes();
    List<Call> calls = new ArrayList<>();
    if (changed.contains(Path.of(DESCRIPTION))) {
      Value text = attributes.get(DESCRIPTION).orElse(Value.text(""));
      calls.add(Calls.safe(MODIFY, Value.Fields.of("Description", Value.Fields.of("Value", text))));
    }
    if (changed.contains(Path.of(GROUPS)) && attributes.has(GROUPS)) {
      calls.add(Calls.safe(MODIFY, ApiForm.arguments(attributes, GROUPS)));
    }
    calls.addAll(Calls.flags(MODIFY, attributes, changed, FLAGS));
    calls.addAll(Tags.update(from, attributes, changed));
    return calls;
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:DeleteNetworkInterface"));
  }

  @Override
  public boolean awaited(Action action, Value.Fields attributes) {
    return action == Action.CREATE;
  }

  @Override
  public Optional<String> pending(Value.Fields description) {
    return description.text("Status").filter("pending"::equals);
  }
}
