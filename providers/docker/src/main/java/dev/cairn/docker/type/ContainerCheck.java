package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Attachments;
import dev.cairn.docker.form.Mounts;
import dev.cairn.docker.form.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with a container's attributes beyond their schema.
final class ContainerCheck {
  private final Value.Fields attributes;
  private final List<Problem> problems = new ArrayList<>();

  private ContainerCheck(Value.Fields attributes) {
    this.attributes = attributes;
  }

  static List<Problem> check(Value.Fields attributes) {
    ContainerCheck check = new ContainerCheck(attributes);
    for (Setting setting : Settings.ALL) {
      check.understood(
          setting.name(),
          value ->
              setting.form().understands(value)
                  || (setting.form().late() && value.revealed() instanceof Value.Unknown));
    }
    check.understood("ports", Ports::understands);
    attributes.get("ports").map(Ports::colliding).ifPresent(check.problems::addAll);
    if (!check.unknownOptions()) {
      check.understood("volumes", Mounts::understands);
    }
    check.understood("networks", Attachments::understands);
    check.relativeSources();
    check.oneNetworkWay();
    return check.problems;
  }

  private void understood(String name, Predicate<Value> form) {
    Optional<Value> value = attributes.get(name);
    if (value.isPresent() && !form.test(value.get())) {
      problems.add(
          new Problem(
              Path.of(name),
              value.get().known()
                  ? "the value has none of the forms of this attribute"
                  : "this attribute must be known when the plan is made",
              value.get().sensitive()
                  ? "The value is sensitive and not shown."
                  : name + " is " + Shown.of(value.get()) + ".",
              "cairn schema docker.container shows the forms that it takes"));
    }
  }

  private boolean unknownOptions() {
    List<String> unknown =
        attributes.get("volumes").stream().flatMap(Mounts::unknownOptions).distinct().toList();
    unknown.forEach(option ->
        problems.add(
            new Problem(
                Path.of("volumes"),
                "a volume has an option that is not known",
                "The option is `" + option + "`.",
                "take some of ro, rw, nocopy, z, Z and the propagations (rshared, rslave, …), or"
                    + " write the volume as a mapping")));
    return !unknown.isEmpty();
  }

  private void relativeSources() {
    attributes.get("volumes").stream()
        .flatMap(Mounts::relative)
        .forEach(source ->
            problems.add(
                new Problem(
                    Path.of("volumes"),
                    "a directory of the host is an absolute path",
                    "The source is " + source + ", and the engine may be on another machine.",
                    "write the path on the engine's machine, or use a volume")));
  }

  private void oneNetworkWay() {
    if (attributes.has("networkMode") && attributes.has("networks")) {
      problems.add(
          new Problem(
              Path.of("networks"),
              "networks and networkMode exclude each other",
              attributes
                  .text("networkMode")
                  .map(mode -> "The container's networkMode is " + mode + ".")
                  .orElse("The container's networkMode is that of another container."),
              "remove one of the two"));
    }
  }
}
