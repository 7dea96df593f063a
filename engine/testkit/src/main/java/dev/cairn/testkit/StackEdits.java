package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Predicate;

/// Edits generated stacks as people do, the same way for the same seed.
public final class StackEdits {
  private static final int ATTEMPTS = 60;
  private static final int AT_ONCE = 3;
  private static final int NEW_KEYS = 40;

  private final Random random;
  private final List<Edit> edits;

  /// One kind of edit.
  interface Edit {
    /// The stack with it; the same stack where there is nothing to edit in that way.
    GeneratedStack of(GeneratedStack stack);
  }

  private StackEdits(
      SortedMap<TypeName, TypeSchema> types, Map<TypeName, ResourceType> pure, Random random) {
    this.random = random;
    StackGenerator generator =
        new StackGenerator(types, pure, random, NEW_KEYS + random.nextInt(NEW_KEYS));
    AttributeEdits attributes = new AttributeEdits(types, generator, random);
    ResourceEdits resources = new ResourceEdits(generator, random);
    this.edits =
        List.of(
            attributes::another,
            attributes::another,
            attributes::another,
            attributes::replaced,
            attributes::replaced,
            attributes::replaced,
            attributes::replaced,
            attributes::unset,
            attributes::element,
            attributes::element,
            attributes::swapped,
            attributes::swapped,
            attributes::given,
            attributes::given,
            resources::renamed,
            resources::renamed,
            resources::removed,
            resources::removed,
            resources::added,
            resources::moved,
            resources::lifecycle,
            resources::dependsOn);
  }

  /// The stack after one to three edits; empty where none of many was valid.
  ///
  /// @param types those of the stack
  /// @param pure the same types
  /// @param valid whether a stack may be edited into this one
  public static Optional<GeneratedStack> edited(
      GeneratedStack stack,
      SortedMap<TypeName, TypeSchema> types,
      Map<TypeName, ResourceType> pure,
      long seed,
      Predicate<GeneratedStack> valid) {
    StackEdits edits = new StackEdits(types, pure, new Random(seed));
    for (int i = 0; i < ATTEMPTS; i++) {
      GeneratedStack edited = edits.once(stack);
      if (!edited.equals(stack) && Coherence.of(edited) && valid.test(edited)) {
        return Optional.of(edited);
      }
    }
    return Optional.empty();
  }

  private GeneratedStack once(GeneratedStack stack) {
    GeneratedStack edited = stack;
    for (int left = 1 + random.nextInt(AT_ONCE); left > 0 && !edited.names().isEmpty(); left--) {
      edited = edits.get(random.nextInt(edits.size())).of(edited);
    }
    return edited;
  }

  /// Some of a list; empty of an empty one.
  static <T> Optional<T> one(List<T> list, Random random) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }

  /// Two different ones of a list.
  static <T> List<T> two(List<T> list, Random random) {
    List<T> left = new ArrayList<>(list);
    Collections.shuffle(left, random);
    return left.size() < 2 ? List.of() : left.subList(0, 2);
  }
}
