package dev.cairn.core.world;

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
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

final class WorldSession implements Session {
  private final World world;

  WorldSession(World world) {
    this.world = world;
  }

  @Override
  public Answer identity() {
    return new Answer.Given(Value.Fields.of("account", Value.text("1")));
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    return requests.stream().map(this::read).toList();
  }

  private Reading read(ReadRequest request) {
    return world
        .thing(request.id())
        .<Reading>map(
            thing -> new Reading.Present(thing.id(), world.read(thing), thing.ownership()))
        .orElse(new Reading.Absent(1));
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    return listing(() ->
        world.visible().stream()
            .filter(thing -> World.carries(thing, query.lineage(), query.operation()))
            .toList());
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    return listing(() ->
        world.visible().stream()
            .filter(thing -> thing.attributes().get("name").equals(key.get("name")))
            .toList());
  }

  private Listing listing(Supplier<List<Thing>> things) {
    return world.search().orElseGet(() -> complete(things.get()));
  }

  private static Listing complete(List<Thing> things) {
    return new Listing.Complete(
        things.stream()
            .map(thing ->
                new Listing.Found(thing.id(), thing.ownership(), thing.since(), thing.attributes()))
            .toList());
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    return new Answer.Given(Value.Fields.of("count", new Value.Whole(world.things().size())));
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    return world.send(call, target);
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    Optional<Thing> thing = world.thing(target.existing());
    if (thing.isEmpty() || action == Action.DELETE) {
      return thing.isEmpty() && action == Action.DELETE
          ? new Progress.Ready(Value.Fields.EMPTY)
          : new Progress.Pending("change", "none", Duration.ofSeconds(1));
    }
    return world.grown(thing.get())
        ? new Progress.Ready(world.reported(thing.get()))
        : new Progress.Pending("grown", "growing", Duration.ofSeconds(5));
  }

  @Override
  public void close() {}
}
