package dev.cairn.core.expression;

import dev.cairn.api.value.Shape;
import java.util.Set;

/// What can be said of roots from their types.
final class Roots {
  private static final Set<String> OWN = Set.of("vars", "locals", "each");

  private Roots() {}

  /// Whether a root has an instance for each key, so that one is chosen by its key and not as a
  /// field.
  static boolean hasInstances(String root, Shape shape) {
    return !OWN.contains(root) && shape instanceof Shape.MapOf;
  }

  /// Whether a root is a resource, or has resources as its instances.
  static boolean isResource(String root, Shape shape, TypeEnvironment types) {
    if (OWN.contains(root)) {
      return false;
    }
    Shape one = shape instanceof Shape.MapOf(Shape element) ? element : shape;
    return types.resource(root).isPresent()
        || (one instanceof Shape.ObjectOf object && object.fields().containsKey("id"));
  }

  /// Whether a path of `steps` steps ends at a whole resource, or at all of its instances.
  static boolean endsAtResource(String root, int steps, Shape shape, TypeEnvironment types) {
    int depth = hasInstances(root, shape) ? 1 : 0;
    return steps <= depth && isResource(root, shape, types);
  }
}
