package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// `aws.autoscalingGroup`. Its name is its id.
public final class AutoscalingGroup implements AwsType {
  private static final String NAME = "autoScalingGroupName";
  private static final String SUBNETS = "vpcZoneIdentifier";
  private static final String API_SUBNETS = "VPCZoneIdentifier";
  private static final String TEMPLATE = "launchTemplate";
  private static final String[] PLAIN = {
    "availabilityZones",
    "capacityRebalance",
    "defaultCooldown",
    "defaultInstanceWarmup",
    "desiredCapacity",
    "healthCheckGracePeriod",
    "healthCheckType",
    "maxInstanceLifetime",
    "maxSize",
    "minSize",
    "newInstancesProtectedFromScaleIn",
    "serviceLinkedRoleARN",
    "terminationPolicies"
  };
  private static final Making MAKING = new Making("autoscaling:CreateAutoScalingGroup", null, null);

  @Override
  public String kind() {
    return "autoscalingGroup";
  }

  /// By names, which are the ids; missing ones are skipped.
  @Override
  public Source source() {
    return new Source(
        "autoscaling:DescribeAutoScalingGroups",
        "AutoScalingGroups",
        "AutoScalingGroupName",
        new Source.By.Names("AutoScalingGroupNames", 100),
        "MaxRecords",
        100);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public boolean tagged() {
    return true;
  }

  @Override
  public Optional<Value.Fields> tags(Value.Fields description) {
    return Optional.of(GroupTags.observed(description));
  }

  @Override
  public Value.Fields owned(Call call, Ownership ownership) {
    return GroupTags.owned(call.arguments(), ownership);
  }

  @Override
  public Optional<String> madeId(Call call, Value.Fields description) {
    return call.arguments().text("AutoScalingGroupName");
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed =
        ApiForm.attributes(description, NAME, "autoScalingGroupARN", "createdTime")
            .with(ApiForm.attributes(description, PLAIN))
            .with(
                ApiForm.attributes(
                    Value.Fields.of(
                        ApiForm.capital(TEMPLATE), template(description.fields("LaunchTemplate"))),
                    TEMPLATE));
    Optional<String> subnets = description.text(API_SUBNETS).filter(text -> !text.isEmpty());
    observed = description.has("LaunchTemplate") ? observed : observed.without(TEMPLATE);
    return subnets.isPresent() ? observed.with(SUBNETS, split(subnets.get())) : observed;
  }

  private static Value template(Value.Fields described) {
    return ApiForm.argument(
        ApiForm.attributes(described, "launchTemplateId", "launchTemplateName", "version"));
  }

  private static Value split(String joined) {
    return new Value.Items(
        Sets.sorted(Arrays.stream(joined.split(",")).<Value>map(Value::text).toList()));
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    Value.Fields out = Sets.sorted(GroupTags.normalize(written), SUBNETS, "availabilityZones");
    Value.Fields template = out.fields(TEMPLATE);
    return template.get("version").orElse(null) instanceof Value.Whole(long number)
        ? out.with(TEMPLATE, template.with("version", Value.text(Long.toString(number))))
        : out;
  }

  @Override
  public List<Problem> check(Value.Fields attributes) {
    long least = attributes.whole("minSize").orElse(0L);
    long most = attributes.whole("maxSize").orElse(Long.MAX_VALUE);
    return least <= most
        ? List.of()
        : List.of(
            new Problem(
                Path.of("minSize"),
                "minSize is above maxSize",
                least + " and " + most,
                "raise maxSize or lower minSize"));
  }

  @Override
  public Value.Fields planned(Desired desired) {
    return desired
        .attributes()
        .get(NAME)
        .map(name -> Value.Fields.of("id", name))
        .orElse(Value.Fields.EMPTY);
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments =
        ApiForm.arguments(attributes, NAME).with(arguments(attributes, List.of(PLAIN)));
    Value tags = GroupTags.listed(attributes);
    return List.of(
        new Call(
            MAKING.call(),
            joined(arguments.with(template(attributes, true)), attributes, true)
                .with(
                    tags.equals(Value.Items.EMPTY)
                        ? Value.Fields.EMPTY
                        : Value.Fields.of("Tags", tags)),
            Repeat.FIND_BY_OPERATION));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    Value.Fields attributes = to.attributes();
    List<String> names = changed.stream().map(Path::attribute).distinct().toList();
    Value.Fields plain = arguments(attributes, Stream.of(PLAIN).filter(names::contains).toList());
    Value.Fields arguments =
        joined(
            plain.with(template(attributes, names.contains(TEMPLATE))),
            attributes,
            names.contains(SUBNETS));
    List<Call> calls = new ArrayList<>();
    if (!arguments.fields().isEmpty()) {
      calls.add(Calls.safe("autoscaling:UpdateAutoScalingGroup", arguments));
    }
    calls.addAll(GroupTags.update(from, attributes, changed));
    return calls;
  }

  private static Value.Fields arguments(Value.Fields attributes, List<String> names) {
    return ApiForm.arguments(attributes, names.toArray(String[]::new));
  }

  private static Value.Fields template(Value.Fields attributes, boolean wanted) {
    return wanted ? ApiForm.arguments(attributes, TEMPLATE) : Value.Fields.EMPTY;
  }

  /// The API joins the subnets with commas, when all of them are known.
  private static Value.Fields joined(
      Value.Fields arguments, Value.Fields attributes, boolean wanted) {
    return wanted && attributes.has(SUBNETS)
        ? arguments.with(API_SUBNETS, attributes.get(SUBNETS).orElseThrow())
        : arguments;
  }

  /// With its instances: a group that still has some cannot be deleted in another way.
  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(
        Calls.safe(
            "autoscaling:DeleteAutoScalingGroup",
            Value.Fields.of("ForceDelete", new Value.Flag(true))));
  }

  @Override
  public Value.Fields addressed(Call call, Target target) {
    return call.arguments().has("Tags")
        ? GroupTags.addressed(call.arguments(), target.existing())
        : AwsType.super.addressed(call, target);
  }

  /// The answer to the creation does not tell the ARN; a deletion ends when the instances have.
  @Override
  public boolean awaited(Action action, Value.Fields attributes) {
    return action == Action.CREATE || action == Action.DELETE;
  }

  @Override
  public Optional<String> pending(Value.Fields description) {
    return description.text("Status");
  }
}
