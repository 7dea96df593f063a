package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// `aws.launchTemplate`. Versions never change: a change of the data makes a new one and makes it
/// the default, which is the version that is read and that others name. A version that somebody
/// else made is none of it; one that somebody else made the default is drift.
public final class LaunchTemplate implements AwsType {
  private static final String DATA = "launchTemplateData";
  private static final String NAME = "launchTemplateName";
  private static final String ID = "LaunchTemplateId";
  private static final String PUBLISHED = "defaultVersionNumber";
  private static final String VERSION = "ec2:CreateLaunchTemplateVersion";
  private static final String MODIFY = "ec2:ModifyLaunchTemplate";
  private static final Making MAKING =
      new Making("ec2:CreateLaunchTemplate", "LaunchTemplate", "launch-template");

  @Override
  public String kind() {
    return "launchTemplate";
  }

  /// There is no filter over ids, but one over names, which cannot change.
  @Override
  public Source source() {
    return new Source(
        "ec2:DescribeLaunchTemplates",
        "LaunchTemplates",
        ID,
        new Source.By.AttributeFilter("launch-template-name", NAME),
        "MaxResults",
        200);
  }

  /// The default versions of all templates of the account, or of one.
  @Override
  public Optional<Source> companion() {
    Value versions = new Value.Items(List.of(Value.text("$Default")));
    return Optional.of(
        new Source(
            "ec2:DescribeLaunchTemplateVersions",
            "LaunchTemplateVersions",
            ID,
            new Source.By.Everything(Value.Fields.of("Versions", versions), ID),
            "MaxResults",
            200));
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    Value.Fields observed = ApiForm.attributes(description, NAME, PUBLISHED);
    return description.has("LaunchTemplateData")
        ? observed.with(DATA, LaunchTemplateData.observed(description.fields("LaunchTemplateData")))
        : observed;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return written.get(DATA).orElse(null) instanceof Value.Fields data
        ? written.with(DATA, LaunchTemplateData.normalize(data))
        : written;
  }

  /// Only other data makes another version.
  @Override
  public boolean recomputes(String attribute, SortedSet<Path> changed) {
    return changed.stream().anyMatch(path -> path.attribute().equals(DATA));
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    Value.Fields arguments = ApiForm.arguments(attributes, NAME).with(data(attributes));
    return List.of(Calls.making(MAKING, arguments, attributes));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls = new ArrayList<>();
    if (changed.stream().anyMatch(path -> path.attribute().equals(DATA))) {
      calls.add(new Call(VERSION, data(to.attributes()), Repeat.CLIENT_TOKEN));
      calls.add(Calls.safe(MODIFY));
    }
    calls.addAll(Tags.update(from, to.attributes(), changed));
    return calls;
  }

  private static Value.Fields data(Value.Fields attributes) {
    return attributes
        .get(DATA)
        .map(data -> Value.Fields.of("LaunchTemplateData", LaunchTemplateData.arguments(data)))
        .orElse(Value.Fields.EMPTY);
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe("ec2:DeleteLaunchTemplate"));
  }

  /// The version that the call before has made is the one to become the default.
  @Override
  public Value.Fields addressed(Call call, Target target) {
    Value.Fields arguments = AwsType.super.addressed(call, target);
    return call.api().equals(MODIFY)
        ? arguments.with(
            "DefaultVersion", target.attributes().get(PUBLISHED).orElse(Value.text("$Latest")))
        : arguments;
  }

  @Override
  public Value.Fields learned(Call call, Value.Fields answer, Target target) {
    return switch (call.api()) {
      case VERSION ->
          answer
              .fields("LaunchTemplateVersion")
              .get("VersionNumber")
              .map(number -> Value.Fields.of(PUBLISHED, number))
              .orElse(Value.Fields.EMPTY);
      case MODIFY -> ApiForm.attributes(answer.fields("LaunchTemplate"), PUBLISHED);
      default -> Value.Fields.EMPTY;
    };
  }
}
