package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What a resource that is being made up can refer to.
///
/// @param stack the other resources
/// @param attributes those that it has so far
record Nearby(GeneratedStack stack, Map<String, Value> attributes, Random random) {
  /// The resources of a type that it can reach: on its own host, where both are on one.
  List<String> all(TypeName type) {
    Value host = attributes.get("host");
    return stack.of(type).stream()
        .filter(name -> {
          Value theirs = stack.resource(name).attributes().get("host");
          return host == null || theirs == null || theirs.equals(host);
        })
        .toList();
  }

  Optional<String> one(TypeName type) {
    List<String> all = all(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /// One or more of them, in any order.
  List<String> some(TypeName type, int atMost) {
    List<String> all = new ArrayList<>(all(type));
    Collections.shuffle(all, random);
    return all.isEmpty() ? all : all.subList(0, 1 + random.nextInt(Math.min(atMost, all.size())));
  }

  Value text(String... texts) {
    return Value.text(texts[random.nextInt(texts.length)]);
  }

  /// A text with one of the first numbers in it.
  Value numbered(String format, int numbers) {
    return Value.text(format.formatted(1 + random.nextInt(numbers)));
  }

  boolean perhaps(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /// A list of values, each of them once.
  Optional<Value> several(int atMost, Supplier<Value> value) {
    return Optional.of(
        new Value.Items(
            IntStream.rangeClosed(0, random.nextInt(atMost))
                .mapToObj(i -> value.get())
                .distinct()
                .toList()));
  }
}
