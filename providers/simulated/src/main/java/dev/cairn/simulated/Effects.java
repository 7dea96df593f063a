package dev.cairn.simulated;

import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import dev.cairn.simulated.world.Place;
import dev.cairn.simulated.world.SimulatedObject;
import dev.cairn.simulated.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Carries calls out upon the world.
final class Effects {
  private final Scene scene;
  private final Imitation imitation;
  private final Shaping shaping;
  private final Integrity integrity;
  private final InstantSource clock;

  Effects(Scene scene, Imitation imitation, Integrity integrity, InstantSource clock) {
    this.scene = scene;
    this.imitation = imitation;
    this.shaping = new Shaping(scene, imitation);
    this.integrity = integrity;
    this.clock = clock;
  }

  /// Carries one call out, all of it or nothing. What a call only brings is nowhere in the world.
  Reply of(TypeSchema schema, Call call, Target target) {
    if (call.supply() != null) {
      return new Reply.Done(null, Value.Fields.EMPTY);
    }
    World world = scene.world();
    return world.change(() -> {
      Place place = scene.place(schema.type());
      if (target.id() == null) {
        return made(schema, call, target)
            .map(Effects::done)
            .orElseGet(() -> create(schema, call, target, place));
      }
      return world
          .find(place.key(target.id()))
          .map(object ->
              switch (target.action()) {
                case DELETE -> delete(call, target, object);
                default -> change(schema, call, target, object);
              })
          .orElseGet(() -> refused(Failure.Kind.NOT_FOUND, call, "NotFound", "it does not exist"));
    });
  }

  /// What the call has made when it was sent before, where sending it twice is sending it once.
  private Optional<SimulatedObject> made(TypeSchema schema, Call call, Target target) {
    return call.repeat() != Repeat.CLIENT_TOKEN && call.repeat() != Repeat.SAFE
        ? Optional.empty()
        : scene.world().madeBy(target.operation()).stream()
            .filter(key -> key.place().equals(scene.place(schema.type())))
            .findFirst()
            .flatMap(scene.world()::find);
  }

  private Reply create(TypeSchema schema, Call call, Target target, Place place) {
    Value.Fields given = Shaping.given(schema, target);
    String address = target.ownership().address();
    long serial = scene.world().made(place, address);
    ObjectKey key = place.key(imitation.id(schema, given, place, address, serial));
    if (scene.world().find(key).isPresent()) {
      return refused(Failure.Kind.EXISTS, call, "AlreadyExists", key + " exists");
    }
    Value.Fields chosen = shaping.chosen(schema, given, target);
    SortedSet<ObjectKey> references = integrity.references(schema, key, given);
    List<SimulatedObject> around =
        references.stream().flatMap(other -> scene.world().find(other).stream()).toList();
    Value.Fields attributes = shaping.fresh(schema, key, chosen, around);
    return put(
        schema,
        call,
        new SimulatedObject(
            key,
            attributes,
            given,
            target.ownership(),
            clock.instant(),
            serial,
            integrity.claims(schema, chosen, attributes),
            references));
  }

  private Reply change(TypeSchema schema, Call call, Target target, SimulatedObject before) {
    if (!target.last()) {
      return done(before);
    }
    Value.Fields given = Shaping.news(Shaping.given(schema, target, before), before);
    Value.Fields chosen = shaping.chosen(schema, given, target);
    Value.Fields attributes = shaping.changed(schema, before, given, chosen);
    return put(
        schema,
        call,
        new SimulatedObject(
            before.key(),
            attributes,
            given,
            before.ownership(),
            before.createdAt(),
            before.serial(),
            integrity.claims(schema, chosen, attributes),
            integrity.references(schema, before.key(), given)));
  }

  private Reply put(TypeSchema schema, Call call, SimulatedObject object) {
    Optional<Failure> against = integrity.against(call.api(), schema, object);
    if (against.isPresent()) {
      return new Reply.Refused(against.get());
    }
    scene.world().put(object);
    return done(object);
  }

  private Reply delete(Call call, Target target, SimulatedObject object) {
    if (!target.last()) {
      return done(object);
    }
    SortedSet<ObjectKey> referrers = scene.world().referrers(object.key());
    if (!referrers.isEmpty()) {
      return refused(
          Failure.Kind.CONFLICT, call, "InUse", "it is in use by " + referrers.getFirst());
    }
    scene.world().remove(object.key());
    return new Reply.Done(object.key().id(), Value.Fields.EMPTY);
  }

  private static Reply done(SimulatedObject object) {
    return new Reply.Done(object.key().id(), Sight.attributes(object));
  }

  private static Reply refused(Failure.Kind kind, Call call, String code, String text) {
    return new Reply.Refused(new Failure(kind, call.api(), code, null, null, text));
  }
}
