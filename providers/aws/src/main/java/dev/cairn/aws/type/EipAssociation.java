package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// `aws.eipAssociation`: what an elastic IP leads to. An address has at most one, so its id is that
/// of the allocation: it stays the same when the address is led somewhere else, which one call
/// does.
public final class EipAssociation implements AwsType {
  private static final String ALLOCATION = "AllocationId";
  private static final String ASSOCIATION = "AssociationId";
  private static final String ASSOCIATE = "ec2:AssociateAddress";
  private static final String DISASSOCIATE = "ec2:DisassociateAddress";
  private static final String[] WHERE = {"instanceId", "networkInterfaceId", "privateIpAddress"};
  private static final Making MAKING = new Making(ASSOCIATE, null, null);

  @Override
  public String kind() {
    return "eipAssociation";
  }

  @Override
  public Source source() {
    return new Source(
        "ec2:DescribeAddresses",
        "Addresses",
        ALLOCATION,
        new Source.By.IdFilter("allocation-id"),
        null,
        0);
  }

  @Override
  public Making making() {
    return MAKING;
  }

  @Override
  public boolean gone(Value.Fields description) {
    return description.text(ASSOCIATION).orElse("").isEmpty();
  }

  @Override
  public Value.Fields observe(Value.Fields description) {
    return ApiForm.attributes(description, "allocationId", "associationId", "publicIp")
        .with(ApiForm.attributes(description, WHERE));
  }

  @Override
  public List<Problem> check(Value.Fields attributes) {
    boolean one = attributes.has("instanceId") != attributes.has("networkInterfaceId");
    return one
        ? List.of()
        : List.of(
            new Problem(
                Path.ROOT,
                "an address leads to an instance or to a network interface",
                "exactly one of instanceId and networkInterfaceId must be set",
                "set networkInterfaceId, with privateIpAddress where it has several addresses"));
  }

  @Override
  public Value.Fields planned(Desired desired) {
    return desired
        .attributes()
        .get("allocationId")
        .map(id -> Value.Fields.of("id", id))
        .orElse(Value.Fields.EMPTY);
  }

  /// Never takes an address away from somebody else: that would not be in the plan.
  @Override
  public List<Call> create(Desired desired) {
    Call call = associate(desired.attributes(), false);
    Value.Fields address = ApiForm.arguments(desired.attributes(), "allocationId");
    return List.of(new Call(ASSOCIATE, address.with(call.arguments()), Repeat.FIND_BY_NATURAL_KEY));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return changed.isEmpty() ? List.of() : List.of(associate(to.attributes(), true));
  }

  private static Call associate(Value.Fields attributes, boolean again) {
    return Calls.safe(
        ASSOCIATE,
        ApiForm.arguments(attributes, WHERE).with("AllowReassociation", new Value.Flag(again)));
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(Calls.safe(DISASSOCIATE, ApiForm.arguments(from, "associationId")));
  }

  @Override
  public Optional<String> madeId(Call call, Value.Fields description) {
    return call.arguments().text(ALLOCATION);
  }

  @Override
  public Value.Fields addressed(Call call, Target target) {
    if (call.api().equals(ASSOCIATE)) {
      return AwsType.super.addressed(call, target);
    }
    return call.arguments().has(ASSOCIATION)
        ? call.arguments()
        : ApiForm.arguments(target.attributes(), "associationId");
  }

  @Override
  public Value.Fields learned(Call call, Value.Fields answer, Target target) {
    return ApiForm.attributes(answer, "associationId");
  }

  @Override
  public boolean holds(Call call, Value.Fields attributes) {
    Value.Fields wanted = ApiForm.attributes(call.arguments(), WHERE);
    return call.api().equals(ASSOCIATE)
        && wanted.fields().entrySet().stream()
            .allMatch(e -> attributes.get(e.getKey()).filter(e.getValue()::equals).isPresent());
  }
}
