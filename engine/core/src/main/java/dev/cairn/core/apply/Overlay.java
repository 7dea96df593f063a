package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts attributes over others.
final class Overlay {
  private Overlay() {}

  /// What was observed over what was desired: objects and maps key by key, so that what cannot be
  /// read back stays; all else whole. A mark of the desired value stays on the observed one. What
  /// is used at creation only stays as the stack has it: an edit of it is told by the record.
  ///
  /// @param attributes what the object has as far as it is known
  static Value.Fields observed(
      TypeSchema schema, Desired desired, Value.Fields attributes, Value.Fields observed) {
    SortedMap<String, Value> all = new TreeMap<>(attributes.fields());
    observed
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if (attribute == null || desired.mode(Path.of(name), schema) != Compare.INITIAL) {
            all.merge(name, marked(attribute, value), Overlay::over);
          } else {
            all.putIfAbsent(name, marked(attribute, value));
          }
        });
    return new Value.Fields(all);
  }

  private static Value marked(@Nullable Attribute attribute, Value value) {
    return attribute != null && attribute.is(Trait.SENSITIVE) && !value.sensitive()
        ? new Value.Sensitive(value, null)
        : value;
  }

  private static Value over(Value desired, Value observed) {
    if (desired instanceof Value.Sensitive mark) {
      return observed.revealed().equals(mark.inner())
          ? mark
          : new Value.Sensitive(observed.revealed(), null);
    }
    if (desired instanceof Value.Items && desired.sensitive()) {
      return desired.unmarked().equals(observed.unmarked())
          ? desired
          : new Value.Sensitive(observed.unmarked(), null);
    }
    if (desired instanceof Value.Fields under && observed instanceof Value.Fields upper) {
      SortedMap<String, Value> all = new TreeMap<>(under.fields());
      upper.fields().forEach((name, value) -> all.merge(name, value, Overlay::over));
      return new Value.Fields(all);
    }
    return observed;
  }

  /// What is known of an object after a reply. What the step sets is still to come where a later
  /// call sets it, so no reply takes it back.
  static Value.Fields replied(Value.Fields known, Value.Fields reply, Value.Fields wanted) {
    return known.with(reply).with(wanted);
  }

  /// What an object will have after an update: what it had, with the desired attributes in place,
  /// and without or with the default of what is no longer desired.
  static Value.Fields updated(
      Value.Fields had, Value.Fields desired, List<Difference> differences) {
    Value.Fields result = had.with(desired);
    for (Difference difference : differences) {
      if (desired.at(difference.path()).isEmpty()) {
        result = with(result, difference.path(), difference.after());
      }
    }
    return result;
  }

  private static Value.Fields with(Value.Fields fields, Path path, @Nullable Value value) {
    String name = path.attribute();
    if (path.keys().size() == 1) {
      return value == null || !value.known() ? fields.without(name) : fields.with(name, value);
    }
    if (!fields.has(name) && value == null) {
      return fields;
    }
    Path rest = new Path(path.keys().subList(1, path.keys().size()));
    return fields.with(name, with(fields.fields(name), rest, value));
  }

  /// Without the attributes that are set after creation.
  static Value.Fields created(TypeSchema schema, Value.Fields attributes) {
    Value.Fields result = attributes;
    for (String name : attributes.fields().keySet()) {
      if (settles(schema, Path.of(name))) {
        result = result.without(name);
      }
    }
    return result;
  }

  private static boolean settles(TypeSchema schema, Path path) {
    return schema.at(path).filter(attribute -> attribute.phase() == Phase.SETTLE).isPresent();
  }
}
