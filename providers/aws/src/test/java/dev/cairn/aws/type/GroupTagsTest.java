package dev.cairn.aws.type;

import static dev.cairn.aws.Engine.desired;
import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupTagsTest {
  private final AutoscalingTags type = new AutoscalingTags();

  @Test
  void aPlainValueIsPropagated() {
    assertThat(
            type.normalize(
                json("{'tags': {'a': 'x', 'b': {'value': 'y', 'propagateAtLaunch': false}}}")))
        .isEqualTo(
            json(
                """
                {'tags': {'a': {'value': 'x', 'propagateAtLaunch': true},
                 'b': {'value': 'y', 'propagateAtLaunch': false}}}\
                """));
  }

  @Test
  void onlyChangedKeysArePutAndRemoved() {
    List<Call> calls =
        type.update(
            type.normalize(json("{'tags': {'a': 'x', 'b': 'y', 'theirs': 'z'}}")),
            desired("autoscalingTags", type.normalize(json("{'tags': {'a': 'w'}}"))),
            new TreeSet<>(Set.of(Path.of("tags", "a"), Path.of("tags", "b", "value"))));
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly("autoscaling:CreateOrUpdateTags", "autoscaling:DeleteTags");
    assertThat(calls.getFirst().arguments())
        .isEqualTo(json("{'Tags': [{'Key': 'a', 'Value': 'w', 'PropagateAtLaunch': true}]}"));
    assertThat(calls.getLast().arguments()).isEqualTo(json("{'Tags': [{'Key': 'b'}]}"));
  }

  @Test
  void tagsOfOthersAreNotSeen() {
    Value.Fields all = type.normalize(json("{'tags': {'a': 'x', 'b': 'y', 'theirs': 'z'}}"));
    ReadRequest request =
        new ReadRequest(
            "group",
            new TreeSet<>(Set.of(Path.of("tags", "b", "value"))),
            json("{'tags': {'a': {'value': 'x'}}}"));
    assertThat(type.narrow(all, request).fields("tags").fields()).containsOnlyKeys("a", "b");
  }

  @Test
  void aDeletionTakesTheTagsAndNotTheGroup() {
    assertThat(type.delete(type.normalize(json("{'tags': {'a': 'x'}}"))))
        .singleElement()
        .satisfies(call -> assertThat(call.api()).isEqualTo("autoscaling:DeleteTags"));
  }
}
