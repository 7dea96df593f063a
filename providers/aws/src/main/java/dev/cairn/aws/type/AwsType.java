package dev.cairn.aws.type;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;

/// A resource type of AWS: its calls, and what the session needs to know to read it. All of it is
/// pure.
///
/// Descriptions, arguments and answers are in the API's own form: `{CidrBlock: …}`.
public interface AwsType extends ResourceType {
  /// The name within the provider: `vpc`.
  String kind();

  @Override
  default TypeName name() {
    return new TypeName("aws", kind());
  }

  Source source();

  Making making();

  /// A description with its tags where all others have them, in `Tags`.
  default Value.Fields described(Value.Fields description) {
    return description;
  }

  /// The attributes in a description of an object, `tags` and `id` left out. A member that is not
  /// there says nothing, as answers to creating calls hold less than descriptions.
  Value.Fields observe(Value.Fields description);

  /// Whether a description is of an object that is gone or was never there to be managed.
  default boolean gone(Value.Fields description) {
    return false;
  }

  /// Reads beside the [#source], each made only where it is wanted.
  default List<Extra> extras() {
    return List.of();
  }

  /// A second list, by the same ids, whose members are added to the descriptions.
  default Optional<Source> companion() {
    return Optional.empty();
  }

  /// The attributes that the type has with a request in mind; a type that manages a part of an
  /// object leaves the rest out.
  default Value.Fields narrow(Value.Fields attributes, ReadRequest request) {
    return attributes;
  }

  /// Whether the object carries ownership in tags of its own.
  default boolean tagged() {
    return making().tagged() != null;
  }

  /// The member by which calls name the object; by default that of its description.
  default String idMember(Call call) {
    return source().id();
  }

  /// The arguments of the call that makes the object, with the ownership that it carries.
  default Value.Fields owned(Call call, Ownership ownership) {
    return making().tagged() == null
        ? call.arguments()
        : Tags.owned(call.arguments(), making(), ownership);
  }

  /// The id of an object that the call has just made.
  default Optional<String> madeId(Call call, Value.Fields description) {
    return description.text(source().id());
  }

  /// The tags of a description, Cairn's own left out.
  default Optional<Value.Fields> tags(Value.Fields description) {
    return tagged() ? Optional.of(Tags.observed(description)) : Optional.empty();
  }

  /// The arguments of a call on an existing object, with everything in them that names it.
  default Value.Fields addressed(Call call, Target target) {
    Value id = Value.text(target.existing());
    return switch (call.api()) {
      case "ec2:CreateTags", "ec2:DeleteTags" ->
          call.arguments().with("Resources", new Value.Items(List.of(id)));
      default -> call.arguments().with(idMember(call), id);
    };
  }

  /// What the answer to a call that changed an object tells of its attributes.
  default Value.Fields learned(Call call, Value.Fields answer, Target target) {
    return Value.Fields.EMPTY;
  }

  /// Whether an object with these attributes is as if the call had been carried out. Asked when a
  /// call on it was refused, as an earlier attempt may have succeeded.
  default boolean holds(Call call, Value.Fields attributes) {
    return false;
  }

  /// Whether a step that does this has to look at the object before it is done.
  ///
  /// @param attributes what the step's target has
  default boolean awaited(Action action, Value.Fields attributes) {
    return false;
  }

  /// The state that an object is in while it is not yet what its creation promises.
  default Optional<String> pending(Value.Fields description) {
    return Optional.empty();
  }

  /// A read of one attribute of one object.
  ///
  /// @param attribute the attribute it gives
  /// @param call `ec2:DescribeVpcAttribute`
  /// @param arguments beside the object's id
  /// @param member the members of the answer that lead to the value
  record Extra(String attribute, String call, Value.Fields arguments, List<String> member) {
    public Extra {
      member = List.copyOf(member);
    }
  }
}
