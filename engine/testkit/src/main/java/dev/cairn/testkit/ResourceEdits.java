package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// Edits of which resources there are, what they are called, where they are and how they may
/// change.
final class ResourceEdits {
  private static final TypeName HOST = TypeName.parse("docker.host");
  private static final List<String> ON_HOST =
      List.of("networks", "volumes", "networkMode", "pid", "ipc");

  private final StackGenerator generator;
  private final Random random;

  ResourceEdits(StackGenerator generator, Random random) {
    this.generator = generator;
    this.random = random;
  }

  /// The same resource at another address.
  GeneratedStack renamed(GeneratedStack stack) {
    String name = any(stack);
    String other = name + "x";
    return stack.resources().containsKey(other) ? stack : stack.renamed(name, other);
  }

  /// A resource goes: with all that refers to it, or with what they have of it.
  GeneratedStack removed(GeneratedStack stack) {
    String name = any(stack);
    return random.nextBoolean() ? without(stack, name) : withoutUsers(stack, name);
  }

  /// Without a resource, and without what others have of it.
  static GeneratedStack without(GeneratedStack stack, String name) {
    GeneratedStack left = stack.without(name);
    for (String user : stack.users(name)) {
      left = left.with(user, left.resource(user).lettingGo(name));
    }
    return left;
  }

  private static GeneratedStack withoutUsers(GeneratedStack stack, String name) {
    GeneratedStack left = stack.without(name);
    for (String user : stack.users(name)) {
      if (left.resources().containsKey(user)) {
        left = withoutUsers(left, user);
      }
    }
    return left;
  }

  GeneratedStack added(GeneratedStack stack) {
    int number = 100;
    while (named(stack, number)) {
      number++;
    }
    return generator.more(stack, number);
  }

  private static boolean named(GeneratedStack stack, int number) {
    return stack.names().stream().anyMatch(name -> name.endsWith(String.valueOf(number)));
  }

  /// To another host, alone or with all that is there together with it.
  GeneratedStack moved(GeneratedStack stack) {
    List<String> movable =
        stack.names().stream()
            .filter(name -> stack.resource(name).attributes().containsKey("host"))
            .toList();
    List<String> hosts = stack.of(HOST);
    if (movable.isEmpty() || hosts.size() < 2) {
      return stack;
    }
    String name = movable.get(random.nextInt(movable.size()));
    Value host = References.itself(hosts.get(random.nextInt(hosts.size())));
    if (random.nextBoolean()) {
      GeneratedResource alone = stack.resource(name);
      for (String attribute : ON_HOST) {
        alone = alone.without(attribute);
      }
      return stack.with(name, alone.with("host", host));
    }
    GeneratedStack moved = stack;
    for (String member : together(stack, name)) {
      moved = moved.with(member, moved.resource(member).with("host", host));
    }
    return moved;
  }

  /// A resource of a host, and all there that refers to it or that it refers to.
  private static SortedSet<String> together(GeneratedStack stack, String name) {
    SortedSet<String> together = new TreeSet<>(List.of(name));
    Deque<String> left = new ArrayDeque<>(together);
    while (!left.isEmpty()) {
      String one = left.remove();
      SortedSet<String> next = new TreeSet<>(stack.resource(one).refersTo());
      next.addAll(stack.users(one));
      next.stream()
          .filter(other -> stack.resource(other).attributes().containsKey("host"))
          .filter(together::add)
          .forEach(left::add);
    }
    return together;
  }

  GeneratedStack lifecycle(GeneratedStack stack) {
    String name = any(stack);
    GeneratedResource resource = stack.resource(name);
    GeneratedResource changed =
        switch (random.nextInt(6)) {
          case 0 -> resource.withoutMeta("lifecycle");
          case 1 -> resource.withMeta("lifecycle", lifecycle("protect", true));
          case 2 -> resource.withMeta("lifecycle", lifecycle("createBeforeDelete", false));
          default -> resource.withMeta("lifecycle", lifecycle("createBeforeDelete", true));
        };
    return stack.with(name, changed);
  }

  private static Value lifecycle(String key, boolean on) {
    return Value.Fields.of(Map.of(key, new Value.Flag(on)));
  }

  GeneratedStack dependsOn(GeneratedStack stack) {
    String name = any(stack);
    GeneratedResource resource = stack.resource(name);
    if (resource.meta().containsKey("dependsOn")) {
      return stack.with(name, resource.withoutMeta("dependsOn"));
    }
    String target = any(stack);
    return target.equals(name)
        ? stack
        : stack.with(
            name, resource.withMeta("dependsOn", new Value.Items(List.of(Value.text(target)))));
  }

  private String any(GeneratedStack stack) {
    return StackEdits.one(stack.names(), random).orElseThrow();
  }
}
