package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a sensible stack keeps to and no check of it can tell: that a container's networks, volumes
/// and neighbours are on its own host, plain names too, and that two hosts are two engines.
final class Coherence {
  private static final TypeName HOST = TypeName.parse("docker.host");
  private static final Set<String> SHARED =
      Set.of("networks", "volumes", "networkMode", "pid", "ipc", "image");

  private Coherence() {}

  static boolean of(GeneratedStack stack) {
    List<String> hosts = stack.of(HOST);
    Set<Object> engines = new HashSet<>();
    hosts.forEach(host -> engines.add(stack.resource(host).text("endpoint").orElse("")));
    return engines.size() == hosts.size()
        && stack.resources().values().stream().allMatch(resource -> coherent(stack, resource));
  }

  private static boolean coherent(GeneratedStack stack, GeneratedResource resource) {
    Value host = resource.attributes().get("host");
    return resource.refersTo().stream().allMatch(stack.resources()::containsKey)
        && SHARED.stream()
            .flatMap(attribute -> names(resource, attribute))
            .allMatch(name -> Objects.equals(host, stack.resource(name).attributes().get("host")))
        && plain(resource, "networks", "docker.network", stack)
        && plain(resource, "volumes", "docker.volume", stack);
  }

  private static Stream<String> names(GeneratedResource resource, String attribute) {
    Value value = resource.attributes().get(attribute);
    return value == null ? Stream.of() : References.in(value).stream();
  }

  private static boolean plain(
      GeneratedResource resource, String attribute, String type, GeneratedStack stack) {
    return plain(resource.attributes().get(attribute))
        .allMatch(name ->
            stack.of(TypeName.parse(type)).stream()
                .map(stack::resource)
                .anyMatch(other ->
                    other.text("name").orElse("").equals(name)
                        && Objects.equals(
                            other.attributes().get("host"), resource.attributes().get("host"))));
  }

  /// The plain names in an attribute of a container.
  private static Stream<String> plain(@Nullable Value value) {
    return value instanceof Value.Items(var items)
        ? items.stream()
            .filter(Value.Text.class::isInstance)
            .map(item -> ((Value.Text) item).text())
            .filter(text -> !text.contains("${"))
            .map(text -> text.replaceFirst(":.*", ""))
        : value instanceof Value.Fields(var fields) ? fields.keySet().stream() : Stream.of();
  }
}
