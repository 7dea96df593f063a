package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// `aws.autoscalingTags`: tags on a group that somebody else owns. Only the keys that are set here
/// are seen, changed and removed; the group itself carries no mark of Cairn's.
public final class AutoscalingTags implements AwsType {
  private static final String NAME = "autoScalingGroupName";
  private static final String TAGS = "tags";
  private static final String PUT = "autoscaling:CreateOrUpdateTags";
  private static final String DROP = "autoscaling:DeleteTags";
  private static final Making MAKING = new Making(PUT, null, null);

  @Override
  public String kind() {
    return "autoscalingTags";
  }

  @Override
  public Source source() {
    return new AutoscalingGroup().source();
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed = ApiForm.attributes(description, NAME);
    return description.has("AutoScalingGroupName")
        ? observed.with(TAGS, GroupTags.observed(description))
        : observed;
  }

  @Override
  public Value.Fields narrow(Value.Fields attributes, ReadRequest request) {
    Value.Fields recorded = request.recorded().fields(TAGS);
    SortedMap<String, Value> ours = new TreeMap<>(attributes.fields(TAGS).fields());
    ours.keySet()
        .removeIf(key ->
            !recorded.has(key) && request.wanted().stream().noneMatch(Path.of(TAGS, key)::covers));
    return attributes.with(TAGS, new Value.Fields(ours));
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return GroupTags.normalize(written);
  }

  @Override
  public Value.Fields planned(Desired desired) {
    return desired
        .attributes()
        .get(NAME)
        .map(name -> Value.Fields.of("id", name))
        .orElse(Value.Fields.EMPTY);
  }

  /// The creating call has no target yet: its tags name the group themselves.
  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields group =
        attributes
            .get(NAME)
            .map(name -> Value.Fields.of("ResourceId", name))
            .orElse(Value.Fields.EMPTY);
    Value tags = GroupTags.listed(attributes);
    return List.of(
        GroupTags.call(
            PUT,
            tags instanceof Value.Items(List<Value> items)
                ? new Value.Items(
                    items.stream().<Value>map(tag -> ((Value.Fields) tag).with(group)).toList())
                : tags));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return GroupTags.update(from, to.attributes(), changed);
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    List<Value> keys =
        from.fields(TAGS).fields().keySet().stream()
            .<Value>map(key -> Value.Fields.of("Key", Value.text(key)))
            .toList();
    return keys.isEmpty() ? List.of() : List.of(GroupTags.call(DROP, new Value.Items(keys)));
  }

  @Override
  public Value.Fields owned(Call call, Ownership ownership) {
    return GroupTags.addressed(call.arguments(), madeId(call, Value.Fields.EMPTY).orElse(""));
  }

  @Override
  public Optional<String> madeId(Call call, Value.Fields description) {
    return call.arguments().items("Tags").stream()
        .flatMap(tag -> ((Value.Fields) tag).text("ResourceId").stream())
        .findFirst();
  }

  @Override
  public Value.Fields addressed(Call call, Target target) {
    return GroupTags.addressed(call.arguments(), target.existing());
  }
}
