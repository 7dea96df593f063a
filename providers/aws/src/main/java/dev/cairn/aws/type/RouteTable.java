package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// `aws.routeTable`, with its routes and the subnets that it is associated with.
public final class RouteTable implements AwsType {
  private static final String SUBNETS = "associations";
  private static final String ROUTES = "routes";
  private static final Making MAKING =
      new Making("ec2:CreateRouteTable", "RouteTable", "route-table");

  @Override
  public String kind() {
    return "routeTable";
  }

  @Override
  public Source source() {
    return Source.ec2("DescribeRouteTables", "RouteTables", "RouteTableId", "route-table-id", 100);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    return ApiForm.attributes(description, "vpcId", "ownerId")
        .with(ROUTES, Routes.observed(description))
        .with(SubnetAssociations.observed(description));
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Sets.sorted(Routes.normalize(written), SUBNETS);
  }

  @Override
  public List<Problem> check(Value.Fields attributes) {
    return Routes.check(attributes);
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    List<Call> calls = new ArrayList<>();
    calls.add(Calls.making(MAKING, ApiForm.arguments(attributes, "vpcId"), attributes));
    calls.addAll(Routes.change(List.of(), attributes.items(ROUTES)));
    calls.addAll(SubnetAssociations.change(Value.Fields.EMPTY, attributes));
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls = new ArrayList<>();
    if (changed.contains(Path.of(ROUTES))) {
      calls.addAll(Routes.change(from.items(ROUTES), to.attributes().items(ROUTES)));
    }
    if (changed.contains(Path.of(SUBNETS))) {
      calls.addAll(SubnetAssociations.change(from, to.attributes()));
    }
    calls.addAll(Tags.update(from, to.attributes(), changed));
    return calls;
  }

  /// Each route and each association takes a call of its own.
  @Override
  public SortedSet<String> decisive(Value.Fields from, Value.Fields to) {
    return ApiForm.unknown(to, ROUTES, SUBNETS);
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    List<Call> calls = new ArrayList<>(SubnetAssociations.change(from, Value.Fields.EMPTY));
    calls.add(Calls.safe("ec2:DeleteRouteTable"));
    return calls;
  }

  @Override
  public Value.Fields addressed(Call call, Target target) {
    return call.api().equals(SubnetAssociations.DISASSOCIATE)
        ? SubnetAssociations.addressed(call, target)
        : AwsType.super.addressed(call, target);
  }

  @Override
  public Value.Fields learned(Call call, Value.Fields answer, Target target) {
    return SubnetAssociations.learned(call, answer, target);
  }

  @Override
  public boolean holds(Call call, Value.Fields attributes) {
    return Routes.holds(call, attributes) || SubnetAssociations.holds(call, attributes);
  }
}
