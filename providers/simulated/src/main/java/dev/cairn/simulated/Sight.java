package dev.cairn.simulated;

import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.SimulatedObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What can be seen of the world at this moment.
final class Sight {
  private final Scene scene;
  private final Faults faults;
  private final InstantSource clock;

  Sight(Scene scene, Faults faults, InstantSource clock) {
    this.scene = scene;
    this.faults = faults;
    this.clock = clock;
  }

  Optional<SimulatedObject> find(TypeSchema schema, String id) {
    return scene
        .world()
        .find(scene.place(schema.type()).key(id))
        .filter(object -> visible(object, faults.objectLag()));
  }

  Reading read(TypeSchema schema, ReadRequest request) {
    return find(schema, request.id())
        .<Reading>map(object ->
            new Reading.Present(
                request.id(), attributes(schema, object, request), object.ownership()))
        .orElse(new Reading.Absent(1));
  }

  Listing owned(TypeSchema schema, OwnershipQuery query) {
    return listing(
        schema, object -> visible(object, faults.tagLag()) && matches(object.ownership(), query));
  }

  Listing having(TypeSchema schema, Value.Fields key) {
    return listing(schema, object -> Texts.has(object.attributes(), key));
  }

  /// What the remote side tells of an object.
  static Value.Fields attributes(SimulatedObject object) {
    SortedMap<String, Value> told = new TreeMap<>(Texts.clear(object.attributes()).fields());
    told.values().removeIf(value -> !value.known() || value instanceof Value.Ref);
    return new Value.Fields(told);
  }

  /// Write-only attributes cannot be read. A reference to a resource means nothing to the remote
  /// side: it is the one that led there.
  private static Value.Fields attributes(
      TypeSchema schema, SimulatedObject object, ReadRequest request) {
    SortedMap<String, Value> read = new TreeMap<>(attributes(object).fields());
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.WRITE_ONLY) || reference(attribute)) {
            read.remove(name);
          }
          if (reference(attribute)) {
            request.recorded().get(name).ifPresent(value -> read.put(name, value));
          }
        });
    return new Value.Fields(read);
  }

  private static boolean reference(Attribute attribute) {
    Shape shape = attribute.shape();
    return shape instanceof Shape.RefTo
        || (shape instanceof Shape.ListOf list && list.element() instanceof Shape.RefTo);
  }

  private Listing listing(TypeSchema schema, Predicate<SimulatedObject> wanted) {
    List<Listing.Found> found =
        scene.world().in(scene.place(schema.type())).stream()
            .filter(object -> visible(object, faults.objectLag()))
            .filter(wanted)
            .map(object ->
                new Listing.Found(
                    object.key().id(), object.ownership(), object.createdAt(), attributes(object)))
            .toList();
    return new Listing.Complete(found);
  }

  private static boolean matches(@Nullable Ownership ownership, OwnershipQuery query) {
    return ownership != null
        && ownership.lineage().equals(query.lineage())
        && (query.operation() == null || query.operation().equals(ownership.operation()));
  }

  private boolean visible(SimulatedObject object, Duration lag) {
    return !clock.instant().isBefore(object.createdAt().plus(lag));
  }
}
