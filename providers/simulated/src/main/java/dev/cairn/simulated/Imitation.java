package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import dev.cairn.simulated.world.SimulatedObject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Invents what a provider would give. In this order: the same value as another attribute, where
/// both are the same in the schema's example; what an object that this one refers to has under the
/// same name; a value in the form of the example; one made from the attribute's name. The same
/// object gets the same values in every run.
final class Imitation {
  private static final int LONG = 8;
  private final Scene scene;
  private final Forms forms;

  Imitation(Scene scene) {
    this.scene = scene;
    this.forms = new Forms(scene.region());
  }

  Forms forms() {
    return forms;
  }

  /// The id of a new object, in the usual form of its type.
  ///
  /// @param words tell the object from all others
  String id(TypeSchema schema, Value.Fields attributes, Object... words) {
    Optional<String> example = schema.example().text("id");
    Optional<String> same = example.flatMap(id -> twin(schema, "id", id)).flatMap(attributes::text);
    if (same.isPresent()) {
      return same.get();
    }
    if (example.isEmpty() && schema.identity() instanceof Identity.Natural(var key)) {
      return key.stream()
          .map(path -> attributes.at(path).map(Texts::of).orElse(""))
          .collect(Collectors.joining("/"));
    }
    return forms.like(example.orElse(schema.type().name() + "-0123456789abcdef0"), List.of(words));
  }

  /// Values for computed attributes that nobody has set.
  ///
  /// @param around the objects that this one refers to
  Value.Fields computed(
      TypeSchema schema, ObjectKey key, Value.Fields given, List<SimulatedObject> around) {
    SortedMap<String, Value> computed = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.COMPUTED)) {
            same(schema, name, key, given)
                .or(() -> inherited(name, attribute, around))
                .or(() -> schema.example().get(name).map(value -> like(schema, value, name, key)))
                .or(() -> Invention.named(name, attribute, key))
                .ifPresent(value -> computed.put(name, value));
          }
        });
    computed.put("id", Value.text(key.id()));
    return new Value.Fields(computed);
  }

  /// The answer of a lookup: its example.
  Value.Fields answer(TypeSchema lookup, Value.Fields arguments) {
    SortedMap<String, Value> answer = new TreeMap<>();
    ObjectKey key = scene.place(lookup.type()).key(Texts.of(arguments));
    lookup
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.COMPUTED)) {
            lookup
                .example()
                .get(name)
                .map(forms::placed)
                .or(() -> Invention.named(name, attribute, key))
                .ifPresent(value -> answer.put(name, value));
          }
        });
    return new Value.Fields(answer);
  }

  private static Optional<Value> same(
      TypeSchema schema, String name, ObjectKey key, Value.Fields given) {
    Optional<String> example = schema.example().text(name);
    if (example.isPresent() && example.equals(schema.example().text("id"))) {
      return Optional.of(Value.text(key.id()));
    }
    return example.flatMap(text -> twin(schema, name, text)).flatMap(given::get);
  }

  /// The attribute that a stack sets and that has the same text in the example.
  private static Optional<String> twin(TypeSchema schema, String name, String text) {
    return schema.attributes().entrySet().stream()
        .filter(other -> !other.getKey().equals(name) && other.getValue().settable())
        .map(other -> other.getKey())
        .filter(other -> schema.example().text(other).filter(text::equals).isPresent())
        .findFirst();
  }

  private static Optional<Value> inherited(
      String name, Attribute attribute, List<SimulatedObject> around) {
    return around.stream()
        .filter(other -> attribute.is(Trait.READ_ONLY) && !attribute.is(Trait.VOLATILE))
        .flatMap(other -> other.attributes().get(name).stream())
        .findFirst();
  }

  private Value like(TypeSchema schema, Value example, String name, ObjectKey key) {
    String id = schema.example().text("id").orElse("");
    if (!(example instanceof Value.Text(String text))) {
      return forms.like(example, name, key);
    }
    if (id.length() > LONG && text.contains(id)) {
      return Value.text(forms.placed(text).replace(id, key.id()));
    }
    String like = forms.like(text, name, key);
    boolean twice = like.equals(text) && exclusive(schema, name);
    return Value.text(twice ? like + "-" + Dice.hex(name, key).substring(0, LONG) : like);
  }

  /// Whether no two objects can have the same value.
  private static boolean exclusive(TypeSchema schema, String name) {
    return schema.exclusive().stream()
        .anyMatch(exclusive -> exclusive.key().contains(Path.of(name)));
  }
}
