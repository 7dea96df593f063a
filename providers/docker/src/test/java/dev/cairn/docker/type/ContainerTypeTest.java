package dev.cairn.docker.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContainerTypeTest {
  private final ContainerType type = new ContainerType();

  private static Value.Fields image() {
    return Value.Fields.of("image", Value.text("app:1"));
  }

  private List<Call> create(Value.Fields written) {
    return type.create(Wanted.of(Names.CONTAINER, type.normalize(written)));
  }

  private static Value.Fields network(Value name) {
    return Value.Fields.of("network", name);
  }

  @Test
  void itIsStartedAndItsStateIsAlwaysSet() {
    assertThat(type.normalize(image()).text("state")).hasValue("running");
    assertThat(create(image()))
        .extracting(Call::api)
        .containsExactly(Api.IMAGE_PULL, Api.CONTAINER_CREATE, Api.CONTAINER_START);
  }

  @Test
  void itsImageIsBroughtFirstUnlessAnIdNamesIt() {
    Value.Fields arm = image().with("platform", Value.text("linux/arm64"));
    Call pull = create(arm).getFirst();
    assertThat(pull.arguments().text("platform")).hasValue("linux/arm64");
    assertThat(pull.supply())
        .isEqualTo(new Supply("pull", Names.IMAGE, arm.get("image").orElseThrow(), false));
    Value id = Value.text("sha256:" + "0123456789abcdef".repeat(4));
    Value brought =
        new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Attribute(new AttributeRef(Address.of("app"), Path.of("id"))));
    for (Value none : List.of(id, brought, new Value.Ref(Address.of("app")))) {
      assertThat(create(Value.Fields.of("image", none)))
          .extracting(Call::api)
          .doesNotContain(Api.IMAGE_PULL);
    }
  }

  @Test
  void anEmptyCommandIsNone() {
    assertThat(type.normalize(image().with("command", Value.Items.EMPTY)))
        .isEqualTo(type.normalize(image()));
    assertThat(type.normalize(image().with("command", Value.text(""))))
        .isEqualTo(type.normalize(image()));
    assertThat(type.normalize(image().with("entrypoint", Value.Items.EMPTY)).has("entrypoint"))
        .as("an engine tells an empty entry point from none")
        .isTrue();
  }

  @Test
  void anImageByItsShortIdIsTheSame() {
    Value.Fields observed =
        image().with("imageId", Value.text("sha256:" + "0123456789abcdef".repeat(4)));
    Value.Fields byId = Value.Fields.of("image", Value.text("0123456789ab"));
    assertThat(type.said(observed, byId).text("image")).hasValue("0123456789ab");
    assertThat(type.said(observed, Value.Fields.of("image", Value.text("fedcba987654"))))
        .isEqualTo(observed);
  }

  @Test
  void theFirstNetworkIsThereFromTheStartAndTheOthersAreConnectedBeforeIt() {
    Value networks = new Value.Items(List.of(Value.text("front"), Value.text("back")));
    List<Call> calls = create(image().with("networks", networks));
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly(
            Api.IMAGE_PULL, Api.CONTAINER_CREATE, Api.NETWORK_CONNECT, Api.CONTAINER_START);
    Value.Fields body = calls.get(1).arguments();
    assertThat(body.fields("HostConfig").text("NetworkMode")).hasValue("front");
    assertThat(body.has("EndpointConfig")).isTrue();
    assertThat(calls.get(2).arguments().text("Network")).hasValue("back");
  }

  @Test
  void aResourceItselfStandsForItsId() {
    Value.Unknown id =
        new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Attribute(new AttributeRef(Address.of("front"), Path.of("id"))));
    Value.Ref front = new Value.Ref(Address.of("front"));
    Value.Fields normal =
        type.normalize(
            image()
                .with("image", front)
                .with("networkMode", front)
                .with("networks", new Value.Items(List.of(network(front)))));
    assertThat(normal.get("image")).hasValue(id);
    assertThat(normal.get("networks")).hasValue(new Value.Items(List.of(network(id))));
    assertThat(normal.get("networkMode"))
        .hasValue(
            new Value.Unknown(
                Shape.Scalar.STRING, new Residual.Joined(List.of(Value.text("container:"), id))));
  }

  @Test
  void onlyItsCreationIsNotSafeToSendTwice() {
    assertThat(create(image()))
        .extracting(Call::repeat)
        .containsExactly(Repeat.SAFE, Repeat.FIND_BY_OPERATION, Repeat.SAFE);
  }

  @Test
  void limitsChangeInOneCallAndSwapGoesWithMemory() {
    Value.Fields to =
        type.normalize(
            image().with("memory", Value.text("64m")).with("restart", Value.text("on-failure:3")));
    SortedSet<Path> changed = new TreeSet<>(List.of(Path.of("memory"), Path.of("restart")));
    List<Call> calls = type.update(image(), Wanted.of(Names.CONTAINER, to), changed);
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().arguments())
        .isEqualTo(
            Value.Fields.of(
                Map.of(
                    "Memory", new Value.Whole(64 << 20),
                    "MemorySwap", new Value.Whole(128 << 20),
                    "RestartPolicy",
                        Value.Fields.of(
                            Map.of(
                                "Name",
                                Value.text("on-failure"),
                                "MaximumRetryCount",
                                new Value.Whole(3))))));
  }

  @Test
  void aContainerThatStoppedIsStartedAndOneThatPausesGoesOn() {
    SortedSet<Path> state = new TreeSet<>(List.of(Path.of("state")));
    Value.Fields to = type.normalize(image());
    for (var repair :
        Map.of(
                "created", Api.CONTAINER_START,
                "exited", Api.CONTAINER_START,
                "paused", Api.CONTAINER_UNPAUSE,
                "restarting", Api.CONTAINER_RESTART)
            .entrySet()) {
      Value.Fields from = to.with("state", Value.text(repair.getKey()));
      assertThat(type.update(from, Wanted.of(Names.CONTAINER, to), state))
          .extracting(Call::api)
          .containsExactly(repair.getValue());
    }
  }

  @Test
  void deletionStopsFirstAndKeepsAnonymousVolumes() {
    List<Call> calls = type.delete(type.normalize(image()));
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly(Api.CONTAINER_STOP, Api.CONTAINER_DELETE);
    assertThat(calls.getLast().arguments().flag("v")).hasValue(false);
  }

  @Test
  void whatIsWrongIsFoundAtItsAttribute() {
    Value.Fields wrong =
        image()
            .with("memory", Value.text("much"))
            .with("volumes", new Value.Items(List.of(Value.text("./x:/x"))))
            .with("networkMode", Value.text("bridge"))
            .with("networks", new Value.Items(List.of(Value.text("front"))))
            .with("environment", new Value.Items(List.of(Value.text("A"))));
    assertThat(type.check(type.normalize(wrong)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            Path.of("memory"), Path.of("volumes"), Path.of("networks"), Path.of("environment"));
  }

  @Test
  void anUnknownTextIsNoProblemAndAnUnknownSizeIs() {
    Value unknown =
        new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Attribute(new AttributeRef(Address.of("x"), Path.of("y"))));
    assertThat(type.check(type.normalize(image().with("hostname", unknown)))).isEmpty();
    assertThat(type.check(type.normalize(image().with("memory", unknown)))).hasSize(1);
  }

  @Test
  void anUnknownOptionOfAVolumeIsRefusedByItsName() {
    Value volumes = new Value.Items(List.of(Value.text("data:/x:foo")));
    assertThat(type.check(type.normalize(image().with("volumes", volumes))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.path()).isEqualTo(Path.of("volumes")))
        .satisfies(problem -> assertThat(problem.detail()).contains("`foo`"));
  }

  @Test
  void aSensitiveValueIsNotShownInAProblem() {
    Value secret = new Value.Sensitive(Value.text("hunter22"), null);
    List<Problem> problems = type.check(type.normalize(image().with("memory", secret)));
    assertThat(problems).hasSize(1);
    assertThat(problems.toString()).doesNotContain("hunter22");
  }

  @Test
  void whatAnOldEngineWouldIgnoreNeedsANewOne() {
    Value.Fields settled =
        image()
            .with("healthcheck", Value.Fields.of("startInterval", Value.text("1s")))
            .with("networks", new Value.Items(List.of(fixed("a"), fixed("b"))));
    assertThat(type.needs(type.normalize(settled)))
        .extracting(need -> need.path() + " " + need.least())
        .containsExactly("healthcheck.startInterval 1.44", "networks 1.44");
    Value.Fields first = image().with("networks", new Value.Items(List.of(fixed("a"))));
    assertThat(type.needs(type.normalize(first))).isEmpty();
  }

  private static Value fixed(String network) {
    return network(Value.text(network)).with("macAddress", Value.text("02:42:0a:00:00:02"));
  }

  @Test
  void fixedPortsAreKnownBeforehand() {
    Value.Fields normal =
        type.normalize(image().with("ports", new Value.Items(List.of(Value.text("80:80")))));
    assertThat(type.planned(Wanted.of(Names.CONTAINER, normal)).items("hostPorts"))
        .containsExactly(Value.text("*:80/tcp"));
  }
}
