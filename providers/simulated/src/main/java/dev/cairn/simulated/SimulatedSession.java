package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
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
                "account", Value.text("111122223333"),
                "arn", Value.text("arn:aws:iam::111122223333:user/simulated"),
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
    if (target.calls() == 0) {
      return silently(schema, target);
    }
    String id = target.existing();
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

  /// A step without calls takes effect when it is looked at: what it promises was there already,
  /// and the world did not know.
  private Progress silently(TypeSchema schema, Target target) {
    Call found = new Call("simulated:Find", Value.Fields.EMPTY, Repeat.CLIENT_TOKEN);
    Target whole =
        new Target(target.id(), target.attributes(), target.ownership(), target.action(), 0, 1);
    return switch (effects.of(schema, found, whole)) {
      case Reply.Done done -> new Progress.Ready(done.attributes());
      case Reply.Refused(Failure failure) when target.action() == Action.DELETE ->
          failure.kind() == Failure.Kind.NOT_FOUND
              ? new Progress.Ready(Value.Fields.EMPTY)
              : new Progress.Broken(failure);
      case Reply.Refused(Failure failure) -> new Progress.Broken(failure);
      case Reply.Lost(Failure failure) -> new Progress.Broken(failure);
    };
  }

  /// An engine is not made here, it is there: its attributes are what was said of it.
  private Value.Fields self(TypeSchema schema, Value.Fields said) {
    Value.Fields computed = imitation.computed(schema, self(schema), said, List.of());
    return Texts.clear(computed.with(said).with("id", Value.text(self(schema).id())));
  }

  private ObjectKey self(TypeSchema schema) {
    String id = imitation.id(schema, scene.scope().settings(), scene.name());
    return scene.place(schema.type()).key(id);
  }

  @Override
  public void close() {}
}
