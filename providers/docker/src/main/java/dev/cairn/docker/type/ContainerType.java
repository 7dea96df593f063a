package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Attachments;
import dev.cairn.docker.form.ImageName;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.form.Mounts;
import dev.cairn.docker.form.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A container. `state` is always set, and always `running`: a container that has stopped is a
/// change, and starting it the repair.
public final class ContainerType implements ResourceType {
  private static final Path HOST_PORTS = Path.of("hostPorts");

  /// Modes that may name another container, with the prefix that does.
  private static final List<String> MODES = List.of("networkMode", "pid", "ipc");

  private static final String VERSION = "apiVersion";

  private static final Value RUNNING = Value.text("running");

  @Override
  public TypeName name() {
    return Names.CONTAINER;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    Value.Fields normal = written.has("state") ? written : written.with("state", RUNNING);
    for (Setting setting : Settings.ALL) {
      normal = Change.each(normal, setting.name(), setting.form()::normal);
    }
    if (normal.get("command").filter(Value.Items.EMPTY::equals).isPresent()) {
      // engines take an empty command for none: the image's
      normal = normal.without("command");
    }
    for (String mode : MODES) {
      normal = Change.each(normal, mode, ContainerType::mode);
    }
    normal = Change.each(normal, "image", image -> ImageName.of(Known.idOf(image)));
    normal = Change.each(normal, "ports", Ports::normal);
    normal = Change.each(normal, "volumes", Mounts::normal);
    return Change.each(normal, "networks", Attachments::normal);
  }

  /// A container itself is the mode of sharing with it.
  private static Value mode(Value value) {
    return value instanceof Value.Ref
        ? new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Joined(List.of(Value.text("container:"), Known.idOf(value))))
        : value;
  }

  @Override
  public List<Problem> check(Value.Fields attributes) {
    return ContainerCheck.check(attributes);
  }

  /// An engine ignores what is beyond its API. The address of the first network goes the older way,
  /// as the container's own.
  @Override
  public List<Need> needs(Value.Fields attributes) {
    List<Need> needs = new ArrayList<>();
    if (attributes.fields("healthcheck").has("startInterval")) {
      needs.add(new Need(Path.of("healthcheck", "startInterval"), VERSION, "1.44"));
    }
    boolean further =
        attributes.get("networks").map(Attachments::each).orElse(List.of()).stream()
            .skip(1)
            .anyMatch(network -> network.has("macAddress"));
    if (further) {
      needs.add(new Need(Path.of("networks"), VERSION, "1.44"));
    }
    return needs;
  }

  @Override
  public Value.Fields said(Value.Fields observed, Value.Fields wanted) {
    String id = observed.text("imageId").orElse("");
    return wanted.text("image").filter(name -> ImageName.isId(name, id)).isPresent()
        ? observed.with("image", wanted.get("image").orElseThrow())
        : observed;
  }

  @Override
  public List<Problem> notices(Value.Fields observed) {
    return observed.flag("imageMoved").orElse(false)
        ? List.of(
            new Problem(
                Path.of("image"),
                "the name of an image has moved since a container was made",
                "It runs the image that "
                    + observed.text("image").orElse("its name")
                    + " stood for; on the engine the name stands for another one now, or for none.",
                "--replace makes it of what the name stands for now"))
        : List.of();
  }

  @Override
  public Value.Fields planned(Desired desired) {
    return desired
        .attributes()
        .get("ports")
        .map(ports -> Value.Fields.of(HOST_PORTS.attribute(), Ports.taken(ports)))
        .orElse(Value.Fields.EMPTY);
  }

  @Override
  public Optional<String> extent(Path key, String value) {
    return key.equals(HOST_PORTS) ? Ports.extent(value) : Optional.empty();
  }

  @Override
  public Path written(Path key) {
    return key.equals(HOST_PORTS) ? Path.of("ports") : key;
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    List<Call> calls = new ArrayList<>();
    ImagePull.before(attributes).ifPresent(calls::add);
    calls.add(
        new Call(Api.CONTAINER_CREATE, ContainerBody.of(attributes), Repeat.FIND_BY_OPERATION));
    attributes.get("networks").map(Attachments::each).orElse(List.of()).stream()
        .skip(1)
        .forEach(network -> calls.add(safe(Api.NETWORK_CONNECT, ContainerBody.connect(network))));
    calls.add(safe(Api.CONTAINER_START, Value.Fields.EMPTY));
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    List<Call> calls = new ArrayList<>();
    if (changed.contains(Path.of("name"))) {
      to.attributes()
          .get("name")
          .ifPresent(name -> calls.add(safe(Api.CONTAINER_RENAME, Value.Fields.of("name", name))));
    }
    Value.Fields limits = ContainerBody.limits(to.attributes(), changed);
    if (!limits.fields().isEmpty()) {
      calls.add(safe(Api.CONTAINER_UPDATE, limits));
    }
    if (changed.contains(Path.of("state"))) {
      calls.add(safe(running(from.text("state").orElse("")), Value.Fields.EMPTY));
    }
    return calls;
  }

  /// What makes a container run, from the state that it is in.
  private static String running(String from) {
    return switch (from) {
      case "paused" -> Api.CONTAINER_UNPAUSE;
      case "restarting" -> Api.CONTAINER_RESTART;
      default -> Api.CONTAINER_START;
    };
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    Value.Fields options =
        Value.Fields.of("force", new Value.Flag(true)).with("v", new Value.Flag(false));
    return List.of(
        safe(Api.CONTAINER_STOP, Value.Fields.EMPTY), safe(Api.CONTAINER_DELETE, options));
  }

  private static Call safe(String api, Value.Fields arguments) {
    return new Call(api, arguments, Repeat.SAFE);
  }
}
