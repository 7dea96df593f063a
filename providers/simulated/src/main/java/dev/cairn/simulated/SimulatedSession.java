package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One account and region, or one engine, of the simulated world.
final class SimulatedSession implements Session {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Scene scene;
  private final Imitation imitation;
  private final Effects effects;
  private final Sight sight;
  private final Weather weather;

  SimulatedSession(
      Scene scene, Imitation imitation, Effects effects, Sight sight, Weather weather) {
    this.scene = scene;
    this.imitation = imitation;
    this.effects = effects;
    this.sight = sight;
    this.weather = weather;
  }

  @Override
  public Answer identity() {
    return new Answer.Given(
        Value.Fields.of(
            Map.of(
                "account", Value.text("000000000000"),
                "arn", Value.text("arn:aws:iam::000000000000:user/simulated"),
                "id", Value.text(Dice.hex(scene.name())),
                "version", Value.text("simulated"))));
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    Optional<Failure> blind = weather.blindness(type);
    TypeSchema schema = scene.schema(type);
    return scene
        .world()
        .look(() -> requests.stream().map(request -> read(schema, request, blind)).toList());
  }

  private Reading read(TypeSchema schema, ReadRequest request, Optional<Failure> blind) {
    if (blind.isPresent()) {
      return new Reading.Unreadable(blind.get());
    }
    return schema.home() == Home.SELF
        ? new Reading.Present(request.id(), self(schema, request.recorded()), null)
        : sight.read(schema, request);
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    return weather
        .blindness(type)
        .<Listing>map(Listing.Unanswered::new)
        .orElseGet(() -> sight.owned(scene.schema(type), query));
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    return weather
        .blindness(type)
        .<Listing>map(Listing.Unanswered::new)
        .orElseGet(() -> sight.having(scene.schema(type), key));
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    return weather
        .blindness(type)
        .<Answer>map(Answer.Withheld::new)
        .orElseGet(() -> new Answer.Given(imitation.answer(scene.schema(type), arguments)));
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    TypeSchema schema = scene.schema(type);
    return weather.through(
        type,
        call,
        target,
        () ->
            schema.home() == Home.SELF
                ? new Reply.Done(self(schema).id(), self(schema, target.attributes()))
                : effects.of(schema, call, target));
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    return weather
        .blindness(type)
        .<Progress>map(Progress.Broken::new)
        .orElseGet(() -> progress(scene.schema(type), action, target));
  }

  private Progress progress(TypeSchema schema, Action action, Target target) {
    boolean deletion = action == Action.DELETE;
    if (schema.home() == Home.SELF) {
      return new Progress.Ready(deletion ? Value.Fields.EMPTY : self(schema, target.attributes()));
    }
    String id = target.id();
    if (id == null) {
      return new Progress.Ready(Value.Fields.EMPTY);
    }
    if (deletion) {
      return sight.find(schema, id).isEmpty()
          ? new Progress.Ready(Value.Fields.EMPTY)
          : new Progress.Pending("gone", "still there", AGAIN);
    }
    return sight
        .find(schema, id)
        .<Progress>map(object -> new Progress.Ready(Sight.attributes(object)))
        .orElse(new Progress.Pending("visible", "not found", AGAIN));
  }

  /// An engine is not made here, it is there: its attributes are what was said of it.
  private Value.Fields self(TypeSchema schema, Value.Fields said) {
    Value.Fields computed = imitation.computed(schema, self(schema));
    return Texts.clear(computed.with(said).with("id", Value.text(self(schema).id())));
  }

  private ObjectKey self(TypeSchema schema) {
    String id = imitation.id(schema, scene.scope().settings(), scene.name());
    return scene.place(schema.type()).key(id);
  }

  @Override
  public void close() {}
}
