package dev.cairn.core.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an object has once it has let go of others: the elements of its lists that hold one of
/// their ids are out.
///
/// @param attributes the attributes that change
/// @param differences the same with what they were
record Release(Value.Fields attributes, List<Difference> differences) {
  /// Empty where an object cannot be without what it refers to: a single value, a required list
  /// that nothing is left of, or what cannot be changed. Maps, tags and the like, hold nothing.
  ///
  /// @param actual what it has
  static Optional<Release> of(TypeSchema schema, Value.Fields actual, Set<String> ids) {
    SortedMap<String, Value> changed = new TreeMap<>();
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<String, Value> field : actual.fields().entrySet()) {
      Attribute attribute = schema.attributes().get(field.getKey());
      if (attribute != null && holding(attribute) && mentions(field.getValue(), ids)) {
        Value left = left(attribute, field.getValue(), ids);
        if (left == null) {
          return Optional.empty();
        }
        changed.put(field.getKey(), left);
        differences.add(new Difference(Path.of(field.getKey()), field.getValue(), left));
      }
    }
    return Optional.of(new Release(new Value.Fields(changed), differences));
  }

  private static boolean holding(Attribute attribute) {
    return attribute.settable() && !(attribute.shape() instanceof Shape.MapOf);
  }

  private static @Nullable Value left(Attribute attribute, Value value, Set<String> ids) {
    if (attribute.is(Trait.IMMUTABLE)) {
      return null;
    }
    if (value instanceof Value.Items(List<Value> items)) {
      List<Value> left = items.stream().filter(item -> !mentions(item, ids)).toList();
      return left.isEmpty() && attribute.is(Trait.REQUIRED) ? null : new Value.Items(left);
    }
    return null;
  }

  private static boolean mentions(Value value, Set<String> ids) {
    return switch (value) {
      case Value.Text(String text) -> ids.contains(text);
      case Value.Items(List<Value> items) -> items.stream().anyMatch(item -> mentions(item, ids));
      case Value.Fields(var fields) ->
          fields.values().stream().anyMatch(item -> mentions(item, ids));
      case Value.Sensitive(Value inner, var _) -> mentions(inner, ids);
      default -> false;
    };
  }
}
