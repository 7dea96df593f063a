package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A stack that was made up, in the order in which its resources are written.
public record GeneratedStack(Map<String, GeneratedResource> resources) {
  static final GeneratedStack EMPTY = new GeneratedStack(Map.of());

  public GeneratedStack {
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
  }

  public String yaml() {
    return resources.entrySet().stream()
        .map(entry -> entry.getValue().yaml(entry.getKey()))
        .collect(Collectors.joining("", "stack: generated\nresources:\n", ""));
  }

  List<String> of(TypeName type) {
    return resources.entrySet().stream()
        .filter(entry -> entry.getValue().type().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> names() {
    return List.copyOf(resources.keySet());
  }

  GeneratedResource resource(String name) {
    GeneratedResource found = resources.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no resource " + name);
    }
    return found;
  }

  /// The names of the resources that refer to one.
  List<String> users(String name) {
    return names().stream()
        .filter(user -> !user.equals(name) && resource(user).refersTo().contains(name))
        .toList();
  }

  GeneratedStack with(String name, GeneratedResource resource) {
    Map<String, GeneratedResource> changed = new LinkedHashMap<>(resources);
    changed.put(name, resource);
    return new GeneratedStack(changed);
  }

  GeneratedStack without(String name) {
    Map<String, GeneratedResource> changed = new LinkedHashMap<>(resources);
    changed.remove(name);
    return new GeneratedStack(changed);
  }

  /// The same with another name for a resource, wherever it is written.
  GeneratedStack renamed(String from, String to) {
    Map<String, GeneratedResource> changed = new LinkedHashMap<>();
    resources.forEach((name, resource) ->
        changed.put(name.equals(from) ? to : name, resource.renaming(from, to)));
    return new GeneratedStack(changed);
  }
}
