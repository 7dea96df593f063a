package dev.cairn.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A stack and what it was edited into.
public record EditedStack(GeneratedStack before, GeneratedStack after) {
  /// The smallest one of which the same still holds.
  ///
  /// @param same whether it does; it holds of this one
  public EditedStack smallest(Predicate<EditedStack> same) {
    EditedStack smallest = this;
    Optional<EditedStack> next = Optional.of(this);
    while (next.isPresent()) {
      smallest = next.get();
      next = smallest.smaller().stream().filter(same).findFirst();
    }
    return smallest;
  }

  /// Without one resource, with one edit less, without one attribute.
  private List<EditedStack> smaller() {
    List<EditedStack> smaller = new ArrayList<>();
    for (String name : before.names()) {
      EditedStack without = new EditedStack(without(before, name), without(after, name));
      smaller.add(without);
      GeneratedResource resource = before.resource(name);
      if (!resource.equals(after.resources().get(name))) {
        smaller.add(new EditedStack(before, after.with(name, resource)));
      }
    }
    after.names().stream()
        .filter(name -> !before.resources().containsKey(name))
        .forEach(name -> smaller.add(new EditedStack(before, without(after, name))));
    for (String name : before.names()) {
      before
          .resource(name)
          .attributes()
          .keySet()
          .forEach(attribute ->
              smaller.add(
                  new EditedStack(less(before, name, attribute), less(after, name, attribute))));
    }
    return smaller.stream().filter(one -> !one.equals(this)).toList();
  }

  private static GeneratedStack without(GeneratedStack stack, String name) {
    return stack.resources().containsKey(name) ? ResourceEdits.without(stack, name) : stack;
  }

  private static GeneratedStack less(GeneratedStack stack, String name, String attribute) {
    return stack.resources().containsKey(name)
        ? stack.with(name, stack.resource(name).without(attribute))
        : stack;
  }
}
