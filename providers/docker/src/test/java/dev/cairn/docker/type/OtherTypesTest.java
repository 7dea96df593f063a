package dev.cairn.docker.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Call;
import dev.cairn.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherTypesTest {
  private static Value.Fields named(String name) {
    return Value.Fields.of("name", Value.text(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://ops@node", "http://node", "unix://relative", "node"})
  void anEndpointThatCannotBeUsedIsFound(String endpoint) {
    assertThat(new HostType().check(Value.Fields.of("endpoint", Value.text(endpoint)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix:///var/run/docker.sock", "tcp://node:2376", "tcp://10.0.0.1"})
  void anEndpointThatCanBeUsedIsNoProblem(String endpoint) {
    assertThat(new HostType().check(Value.Fields.of("endpoint", Value.text(endpoint)))).isEmpty();
  }

  @Test
  void aHostIsNeverChanged() {
    HostType host = new HostType();
    assertThat(host.create(Wanted.of(Names.HOST, Value.Fields.EMPTY))).isEmpty();
    assertThat(host.delete(Value.Fields.EMPTY)).isEmpty();
  }

  @Test
  void anImageIsPulledUnlessItIsNeverToBe() {
    ImageType image = new ImageType();
    assertThat(image.create(Wanted.of(Names.IMAGE, named("app:1"))))
        .extracting(Call::api)
        .containsExactly(Api.IMAGE_PULL);
    Value.Fields never = named("app:1").with("pull", Value.text("never"));
    assertThat(image.create(Wanted.of(Names.IMAGE, never))).isEmpty();
  }

  @Test
  void anImageStaysUnlessTheStackSaysOtherwise() {
    ImageType image = new ImageType();
    assertThat(image.delete(named("app:1"))).isEmpty();
    assertThat(image.delete(named("app:1").with("keepLocally", new Value.Flag(false)))).hasSize(1);
  }

  @Test
  void theIdOfAVolumeIsKnownBeforehand() {
    assertThat(new VolumeType().planned(Wanted.of(Names.VOLUME, named("data"))).text("id"))
        .hasValue("data");
  }

  /// Without being told so an old engine makes a second network of the same name.
  @Test
  void aSecondNetworkOfTheSameNameIsForbiddenToTheEngine() {
    Call create = new NetworkType().create(Wanted.of(Names.NETWORK, named("dmz"))).getFirst();

    assertThat(create.arguments().get("CheckDuplicate")).contains(new Value.Flag(true));
  }

  @Test
  void theRangesOfANetworkAreInOneOrder() {
    NetworkType network = new NetworkType();
    Value one = Value.Fields.of("subnet", Value.text("10.0.0.0/24"));
    Value two = Value.Fields.of("subnet", Value.text("10.0.1.0/24"));
    assertThat(network.normalize(ranges(one, two))).isEqualTo(network.normalize(ranges(two, one)));
  }

  private static Value.Fields ranges(Value... ranges) {
    return Value.Fields.of("ipam", Value.Fields.of("config", new Value.Items(List.of(ranges))));
  }
}
