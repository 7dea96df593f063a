package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.Leaves;
import dev.cairn.simulated.world.ObjectKey;
import dev.cairn.simulated.world.Place;
import dev.cairn.simulated.world.SimulatedObject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the world consistent, as real services do: what is referred to exists and stays, and an
/// exclusive key has one holder.
final class Integrity {
  private final Scene scene;
  private final Predicate<String> told;
  private final Claims claims;
  private final Mentions mentions;

  /// @param told whether a text is the id of something outside the world that a lookup tells of
  Integrity(Scene scene, Predicate<String> told) {
    this.scene = scene;
    this.told = told;
    this.claims = new Claims(scene);
    this.mentions = new Mentions(scene, claims);
  }

  /// What speaks against an object.
  Optional<Failure> against(String call, TypeSchema schema, SimulatedObject object) {
    return missing(call, schema.attributes(), Path.ROOT, object.given())
        .or(() -> taken(call, object));
  }

  /// The exclusive keys that an object holds in its place.
  ///
  /// @param chosen attributes that were not invented: an invented key is in nobody's way
  SortedSet<String> claims(TypeSchema schema, Value.Fields chosen, Value.Fields attributes) {
    return claims.of(schema, chosen, attributes);
  }

  /// The objects that an object with these attributes holds on to: those whose id it has been
  /// given, and those that it names. Tags hold nothing.
  SortedSet<ObjectKey> references(TypeSchema schema, ObjectKey self, Value.Fields given) {
    Stream<ObjectKey> byId =
        given.fields().entrySet().stream()
            .filter(field -> holding(schema.attributes().get(field.getKey())))
            .flatMap(field -> Leaves.of(field.getValue()).stream())
            .filter(Forms::invented)
            .flatMap(text -> nearest(text).stream());
    return Stream.concat(byId, mentions.in(given).stream())
        .filter(other -> !other.equals(self))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean holding(@Nullable Attribute attribute) {
    return attribute != null && !(attribute.shape() instanceof Shape.MapOf);
  }

  private Optional<ObjectKey> nearest(String id) {
    List<ObjectKey> named = List.copyOf(scene.world().named(id));
    return named.stream()
        .filter(key -> key.place().scope().equals(scene.name()))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  private Optional<Failure> missing(
      String call, SortedMap<String, Attribute> attributes, Path above, Value.Fields values) {
    for (var entry : values.fields().entrySet()) {
      Attribute attribute = attributes.get(entry.getKey());
      if (attribute == null) {
        continue;
      }
      Path path = above.then(entry.getKey());
      Optional<Failure> failure =
          entry.getValue() instanceof Value.Fields fields && !attribute.nested().isEmpty()
              ? missing(call, attribute.nested(), path, fields)
              : missing(call, attribute.refersTo(), path, entry.getValue());
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> missing(String call, @Nullable TypeName type, Path path, Value value) {
    if (type == null) {
      return Optional.empty();
    }
    return Leaves.of(value).stream()
        .filter(id -> scene.known(type).filter(schema -> absent(schema, id)).isPresent())
        .findFirst()
        .map(id ->
            new Failure(
                Failure.Kind.NOT_FOUND, call, "NotFound", null, path, "no " + type + " " + id));
  }

  /// A text that has not the form of an id is a name, and may mean something outside the world.
  private boolean absent(TypeSchema schema, String id) {
    return Forms.hasFormOfId(schema, id)
        && scene.world().named(id).stream().noneMatch(key -> reachable(schema, key.place()))
        && !scene.world().tells(id)
        && !told.test(id);
  }

  private boolean reachable(TypeSchema schema, Place found) {
    boolean near =
        schema.type().provider().equals(scene.scope().provider()) && schema.home() == Home.PROVIDER;
    return near ? found.equals(scene.place(schema.type())) : found.type().equals(schema.type());
  }

  private Optional<Failure> taken(String call, SimulatedObject object) {
    return claims
        .holder(object)
        .map(holder ->
            new Failure(
                Failure.Kind.EXISTS,
                call,
                "AlreadyExists",
                null,
                null,
                holder + " has it already"));
  }
}
