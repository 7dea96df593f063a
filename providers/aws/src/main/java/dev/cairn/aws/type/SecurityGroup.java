package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// `aws.securityGroup`, with all of its rules. They are changed make-before-break: what is new is
/// authorized before anything is revoked, so that a failure never leaves fewer rules than before.
public final class SecurityGroup implements AwsType {
  private static final Making MAKING =
      new Making("ec2:CreateSecurityGroup", null, "security-group");
  private static final List<RuleDirection> DIRECTIONS = List.of(RuleDirection.values());

  @Override
  public String kind() {
    return "securityGroup";
  }

  @Override
  public Source source() {
    return Source.ec2("DescribeSecurityGroups", "SecurityGroups", "GroupId", "group-id", 1000);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  /// Only a description has the group's name, and then it has all of its rules.
  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed =
        ApiForm.attributes(
            description, "groupName", "description", "vpcId", "ownerId", "securityGroupArn");
    if (description.has("GroupName")) {
      for (RuleDirection direction : DIRECTIONS) {
        observed = observed.with(direction.attribute(), direction.observed(description));
      }
    }
    return observed;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    Value.Fields out = written;
    for (RuleDirection direction : DIRECTIONS) {
      if (out.get(direction.attribute()).orElse(null) instanceof Value.Items(List<Value> rules)) {
        out =
            out.with(
                direction.attribute(),
                new Value.Items(rules.stream().map(SecurityGroupRule::normalize).toList()));
      }
    }
    return out;
  }

  @Override
  public List<ResourceType.Problem> check(Value.Fields attributes) {
    List<ResourceType.Problem> problems = new ArrayList<>();
    for (RuleDirection direction : DIRECTIONS) {
      problems.addAll(
          SecurityGroupRule.check(direction.attribute(), attributes.items(direction.attribute())));
    }
    return problems;
  }

  /// Rules that nobody knows yet can be added; which of those that are there have to go then,
  /// nobody can say.
  @Override
  public SortedSet<String> decisive(Value.Fields from, Value.Fields to) {
    SortedSet<String> decisive =
        ApiForm.unknown(
            to, DIRECTIONS.stream().map(RuleDirection::attribute).toArray(String[]::new));
    decisive.removeIf(direction -> from.items(direction).isEmpty());
    return decisive;
  }

  /// A new group lets everything out.
  @Override
  public Value.Fields fresh(Desired desired) {
    Value.Fields everything =
        Value.Fields.of(
            Map.of("ipProtocol", Value.text("-1"), "cidrIpv4", Value.text("0.0.0.0/0")));
    return Value.Fields.of(
        Map.of(
            RuleDirection.INGRESS.attribute(),
            Value.Items.EMPTY,
            RuleDirection.EGRESS.attribute(),
            new Value.Items(List.of(everything))));
  }

  /// EC2 wants a description; a group that has none is described by its name.
  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments = ApiForm.arguments(attributes, "groupName", "vpcId");
    Value described =
        attributes
            .get("description")
            .or(() -> attributes.get("groupName"))
            .orElse(Value.text("group"));
    return List.of(Calls.making(MAKING, arguments.with("Description", described), attributes));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls =
        new ArrayList<>(
            DIRECTIONS.stream()
                .filter(direction -> changed.contains(Path.of(direction.attribute())))
                .flatMap(direction -> direction.change(from, to.attributes()).stream())
                .sorted(Comparator.comparing(SecurityGroup::takesAway))
                .toList());
    calls.addAll(Tags.update(from, to.attributes(), changed));
    return calls;
  }

  private static boolean takesAway(Call call) {
    return call.api().startsWith("ec2:Revoke");
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:DeleteSecurityGroup"));
  }

  @Override
  public Value.Fields addressed(Call call, Target target) {
    Value.Fields arguments = AwsType.super.addressed(call, target);
    return arguments.has(IpPermissions.ARGUMENT) ? IpPermissions.resolved(arguments) : arguments;
  }

  @Override
  public boolean holds(Call call, Value.Fields attributes) {
    return DIRECTIONS.stream().anyMatch(direction -> direction.holds(call, attributes));
  }
}
