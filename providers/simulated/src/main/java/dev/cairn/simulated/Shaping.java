package dev.cairn.simulated;

import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Target;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import dev.cairn.simulated.world.SimulatedObject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What attributes an object has after a call.
///
/// A call's own meaning is not known here. What a step shall lead to is, and so a step takes effect
/// with its last call; a creation of several calls makes the object with the first one, with what
/// it cannot be made without or can never get later: required and immutable attributes, and tags.
final class Shaping {
  private final Scene scene;
  private final Imitation imitation;

  Shaping(Scene scene, Imitation imitation) {
    this.scene = scene;
    this.imitation = imitation;
  }

  /// What the first call of a creation gives the object.
  static Value.Fields given(TypeSchema schema, Target target) {
    return settable(
        schema,
        target.attributes(),
        attribute ->
            attribute.phase() == Phase.CREATE && (target.last() || fromTheStart(attribute)));
  }

  /// What the last call of a step gives the object in all.
  static Value.Fields given(TypeSchema schema, Target target, SimulatedObject before) {
    Value.Fields now =
        settable(
            schema,
            target.attributes(),
            attribute -> attribute.phase() == Phase.CREATE || target.action() != Action.CREATE);
    SortedMap<String, Value> given = new TreeMap<>(now.fields());
    before
        .given()
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if (attribute != null && attribute.phase() == Phase.SETTLE) {
            given.putIfAbsent(name, value);
          }
        });
    return new Value.Fields(given);
  }

  /// Without what the object has told of itself and is only told back.
  static Value.Fields news(Value.Fields given, SimulatedObject before) {
    SortedMap<String, Value> news = new TreeMap<>(given.fields());
    news.entrySet()
        .removeIf(field ->
            !before.given().has(field.getKey())
                && before
                    .attributes()
                    .get(field.getKey())
                    .filter(field.getValue()::equals)
                    .isPresent());
    return new Value.Fields(news);
  }

  /// All that a new object has.
  ///
  /// @param chosen as [#chosen] gives it
  /// @param around the objects that it refers to
  Value.Fields fresh(
      TypeSchema schema, ObjectKey key, Value.Fields chosen, List<SimulatedObject> around) {
    return defaults(schema)
        .with(imitation.computed(schema, key, chosen, around))
        .with(scene.pure(schema.type()).fresh(scene.desired(schema, chosen)))
        .with(chosen);
  }

  /// What was given, and computed values that were planned: they are kept, or the plan was not
  /// true.
  Value.Fields chosen(TypeSchema schema, Value.Fields given, Target target) {
    Value.Fields attributes = target.attributes();
    return only(schema, attributes, attribute -> attribute.is(Trait.READ_ONLY))
        .without("id")
        .with(scene.pure(schema.type()).planned(scene.desired(schema, attributes)))
        .with(given);
  }

  /// All that an object has that had `before` and was then given `given`.
  Value.Fields changed(
      TypeSchema schema, SimulatedObject before, Value.Fields given, Value.Fields chosen) {
    SortedMap<String, Value> after = new TreeMap<>(before.attributes().fields());
    before
        .given()
        .fields()
        .forEach((name, value) -> {
          if (!given.has(name)) {
            unset(schema.attributes(), name, value, after);
          }
        });
    chosen.fields().forEach((name, value) -> after.put(name, merged(schema, name, value, before)));
    if (!given.equals(before.given())) {
      versions(schema, after);
    }
    return new Value.Fields(after);
  }

  private static boolean fromTheStart(Attribute attribute) {
    return attribute.is(Trait.REQUIRED)
        || attribute.is(Trait.IMMUTABLE)
        || attribute.compare() == Compare.OWNED_KEYS;
  }

  private static Value.Fields settable(
      TypeSchema schema, Value.Fields attributes, Predicate<Attribute> wanted) {
    return only(schema, attributes, wanted.and(Attribute::settable));
  }

  private static Value.Fields only(
      TypeSchema schema, Value.Fields attributes, Predicate<Attribute> wanted) {
    SortedMap<String, Value> only = new TreeMap<>();
    attributes
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if (attribute != null && wanted.test(attribute)) {
            only.put(name, value);
          }
        });
    return new Value.Fields(only);
  }

  private static Value.Fields defaults(TypeSchema schema) {
    SortedMap<String, Value> defaults = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.removal() instanceof Removal.To(Value standard)) {
            defaults.put(name, standard);
          }
        });
    return new Value.Fields(defaults);
  }

  /// What is no longer given goes back to its default or goes; of a map with keys of several
  /// owners, ours go; what is released stays as it is.
  private static void unset(
      SortedMap<String, Attribute> attributes, String name, Value value, Map<String, Value> after) {
    Attribute attribute = attributes.get(name);
    if (attribute == null) {
      return;
    }
    if (attribute.compare() == Compare.OWNED_KEYS
        && value instanceof Value.Fields ours
        && after.get(name) instanceof Value.Fields all) {
      after.put(name, without(all, ours));
      return;
    }
    switch (attribute.removal()) {
      case Removal.To(Value standard) -> after.put(name, standard);
      case Removal.Unset _ -> after.remove(name);
      case Removal.Released _ -> {}
      case Removal.Never _ -> inner(attribute, name, value, after);
    }
  }

  private static void inner(
      Attribute attribute, String name, Value value, Map<String, Value> after) {
    if (value instanceof Value.Fields given && after.get(name) instanceof Value.Fields all) {
      SortedMap<String, Value> left = new TreeMap<>(all.fields());
      given.fields().forEach((key, one) -> unset(attribute.nested(), key, one, left));
      after.put(name, new Value.Fields(left));
    }
  }

  private static Value merged(TypeSchema schema, String name, Value value, SimulatedObject before) {
    Attribute attribute = schema.attributes().get(name);
    if (attribute != null
        && attribute.compare() == Compare.OWNED_KEYS
        && value instanceof Value.Fields ours
        && before.attributes().get(name).orElse(ours) instanceof Value.Fields all) {
      return without(all, before.given().fields(name)).with(ours);
    }
    return value;
  }

  private static Value.Fields without(Value.Fields all, Value.Fields keys) {
    SortedMap<String, Value> left = new TreeMap<>(all.fields());
    left.keySet().removeAll(keys.fields().keySet());
    return new Value.Fields(left);
  }

  /// Numbers that every change computes anew go up by one.
  private static void versions(TypeSchema schema, Map<String, Value> after) {
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.READ_ONLY)
              && name.endsWith("Version")
              && after.get(name) instanceof Value.Whole(long number)) {
            after.put(name, new Value.Whole(number + 1));
          }
        });
  }
}
