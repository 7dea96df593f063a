package dev.cairn.aws.type;

import static dev.cairn.aws.Engine.desired;
import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static final Ownership OWNERSHIP =
      new Ownership("l", "s/default", new Uid("u"), new OperationId("r", 0), "vpc");
  private final Vpc type = new Vpc();

  @Test
  void onlyTheChangedKeysArePutAndRemoved() {
    List<Call> calls =
        Tags.update(
            json("{'tags': {'a': '1', 'b': '2', 'theirs': '3'}}"),
            json("{'tags': {'a': '9'}}"),
            new TreeSet<>(Set.of(Path.of("tags", "a"), Path.of("tags", "b"))));
    assertThat(calls).extracting(Call::api).containsExactly("ec2:CreateTags", "ec2:DeleteTags");
    assertThat(calls.getFirst().arguments())
        .isEqualTo(json("{'Tags': [{'Key': 'a', 'Value': '9'}]}"));
    assertThat(calls.getLast().arguments()).isEqualTo(json("{'Tags': [{'Key': 'b'}]}"));
  }

  @Test
  void tagsAreInTheCallThatMakesTheObjectAndOwnershipJoinsThem() {
    Call call =
        type.create(desired("vpc", json("{'cidrBlock': '10.0.0.0/16', 'tags': {'a': '1'}}")))
            .getFirst();
    assertThat(call.arguments())
        .isEqualTo(
            json(
                """
                {'CidrBlock': '10.0.0.0/16', 'TagSpecifications': [{'ResourceType': 'vpc',
                 'Tags': [{'Key': 'a', 'Value': '1'}]}]}\
                """));
    assertThat(type.owned(call, OWNERSHIP).toString())
        .contains("cairn:lineage", "cairn:op", "text=a");
  }

  @Test
  void tagsThatWereNotKnownAreThereWhenTheyAre() {
    Value unknown =
        new Value.Unknown(
            new Shape.MapOf(Shape.Scalar.STRING),
            new Residual.Attribute(new AttributeRef(Address.of("other"), Path.of("tags"))));
    Call call = type.create(desired("vpc", Value.Fields.of("tags", unknown))).getFirst();
    assertThat(call.arguments().reads()).hasSize(1);
    Call resolved =
        call.with(json("{'TagSpecifications': [{'ResourceType': 'vpc', 'Tags': {'a': '1'}}]}"));
    assertThat(type.owned(resolved, OWNERSHIP).toString()).contains("cairn:op", "text=a");
    assertThat(
            Tags.update(
                json("{'tags': {'a': '1'}}"),
                Value.Fields.of("tags", unknown),
                new TreeSet<>(Set.of(Path.of("tags")))))
        .extracting(Call::api)
        .containsExactly("ec2:CreateTags");
  }
}
