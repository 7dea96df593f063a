package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import dev.cairn.docker.form.ImageName;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.form.Mounts;
import dev.cairn.docker.form.Ports;
import dev.cairn.docker.type.Setting;
import dev.cairn.docker.type.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A container as the engine reports it, in normal form.
///
/// Where one thing can be said in two ways (a network by name or by id, an image by tag or by id),
/// the way of the record is kept.
///
/// @param inspected the engine's report
/// @param recorded what the record, or the step, has of the container
/// @param ids the id of a container, from its name
record Inspection(
    Value.Fields inspected, Value.Fields recorded, Function<String, Optional<String>> ids) {
  private static final List<String> ECHOED = List.of("host", "platform");
  private static final List<String> MODES = List.of("networkMode", "pid", "ipc");
  private static final Value UNLABELLED = Value.text("label=disable");
  private static final String CONTAINER = "container:";

  /// The length of a short id.
  private static final int SHORT = 12;

  String id() {
    return inspected.text("Id").orElse("");
  }

  Value.Fields attributes() {
    SortedMap<String, Value> attributes = new TreeMap<>();
    for (Setting setting : Settings.ALL) {
      setting.read(inspected).ifPresent(value -> attributes.put(setting.name(), value));
    }
    for (String name : ECHOED) {
      recorded.get(name).ifPresent(value -> attributes.put(name, value));
    }
    attributes.computeIfPresent("securityOpt", (name, options) -> asked(options));
    MODES.forEach(mode -> attributes.computeIfPresent(mode, (name, value) -> mode(name, value)));
    attributes.put("labels", Labels.users(inspected.fields("Config").fields("Labels")));
    attributes.put("name", Value.text(name()));
    attributes.put("image", image());
    attributes.put("volumes", Mounts.read(inspected.fields("HostConfig")));
    inspected.fields("State").get("Status").ifPresent(state -> attributes.put("state", state));
    ports(attributes);
    attributes.putAll(computed().fields());
    return new Value.Fields(attributes);
  }

  /// Engines switch labels off for containers that are privileged or share a namespace with the
  /// host.
  private Value asked(Value options) {
    List<Value> wanted = recorded.items("securityOpt");
    return new Value.Items(
        Known.items(options).stream()
            .filter(option -> !option.equals(UNLABELLED) || wanted.contains(option))
            .toList());
  }

  String name() {
    String name = inspected.text("Name").orElse("");
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private void ports(SortedMap<String, Value> attributes) {
    Ports.read(inspected.fields("HostConfig").fields("PortBindings"))
        .ifPresent(ports -> {
          attributes.put("ports", ports);
          attributes.put("hostPorts", Ports.taken(ports));
        });
  }

  private Value image() {
    String id = inspected.text("Image").orElse("");
    return recorded
        .text("image")
        .filter(name -> ImageName.isId(name, id))
        .<Value>map(Value::text)
        .orElseGet(
            () -> ImageName.of(inspected.fields("Config").get("Image").orElse(Value.text(id))));
  }

  private Value mode(String name, Value api) {
    String mode = String.valueOf(Known.scalar(api));
    Optional<String> wanted = recorded.text(name);
    if (mode.equals("default")) {
      return Value.text(wanted.filter("default"::equals).orElse("bridge"));
    }
    boolean same =
        mode.startsWith(CONTAINER)
            && wanted
                .filter(text -> text.startsWith(CONTAINER))
                .flatMap(text -> ids.apply(text.substring(CONTAINER.length())))
                .filter(id -> mode.equals(CONTAINER + id))
                .isPresent();
    return same ? Value.text(wanted.orElseThrow()) : api;
  }

  private Set<String> given() {
    Set<String> given = new HashSet<>(Set.of(id().substring(0, Math.min(SHORT, id().length()))));
    inspected.fields("Config").text("Hostname").ifPresent(given::add);
    return given;
  }

  private Value.Fields computed() {
    Endpoints endpoints =
        new Endpoints(inspected.fields("NetworkSettings"), given(), recorded.items("networks"));
    Value.Fields computed =
        Value.Fields.of("id", Value.text(id()))
            .with("imageId", Value.text(inspected.text("Image").orElse("")))
            .with("imageMoved", new Value.Flag(false))
            .with("networks", endpoints.attachments())
            .with("networkAddresses", endpoints.addresses())
            .with("publishedPorts", endpoints.publishedPorts());
    Optional<Value> health = inspected.fields("State").fields("Health").get("Status");
    computed = health.isPresent() ? computed.with("health", health.get()) : computed;
    Optional<Value> address = endpoints.address();
    return address.isPresent() ? computed.with("ipAddress", address.get()) : computed;
  }
}
