package dev.cairn.simulated;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A session with the sample provider, and a clock that moves when somebody waits.
final class Simulation implements InstantSource {
  final World world;
  private final Session session;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Simulation() {
    this(World.inMemory(), Faults.NONE);
  }

  Simulation(World world, Faults faults) {
    this.world = world;
    SampleProvider real = new SampleProvider();
    this.session =
        new SimulatedProvider(real, SampleProvider::schema, world, faults, this, this::pass)
            .open(real.scope(fields("region", "eu-central-1")));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  Session session() {
    return session;
  }

  static Value.Fields fields(String... pairs) {
    Value.Fields fields = Value.Fields.EMPTY;
    for (int i = 0; i < pairs.length; i += 2) {
      fields = fields.with(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }

  static Ownership owner(String address) {
    return new Ownership(
        "lineage",
        "stack/default",
        new Uid("01UID" + address),
        new OperationId("01RUN", 0),
        address);
  }

  Reply send(
      TypeName type, Action action, @Nullable String id, String address, Value.Fields attributes) {
    return send(type, action, id, address, attributes, 0, 1);
  }

  Reply send(
      TypeName type,
      Action action,
      @Nullable String id,
      String address,
      Value.Fields attributes,
      int call,
      int calls) {
    return session.send(
        type,
        new Call("sample:" + action, Value.Fields.EMPTY, Repeat.FIND_BY_OPERATION),
        new Target(id, attributes, owner(address), action, call, calls));
  }

  String create(TypeName type, String address, Value.Fields attributes) {
    Reply reply = send(type, Action.CREATE, null, address, attributes);
    if (reply instanceof Reply.Done(String id, Value.Fields ignored) && id != null) {
      return id;
    }
    throw new AssertionError(reply.toString());
  }

  Value.Fields read(TypeName type, String id) {
    Reading reading =
        session
            .readMany(
                type,
                List.of(new ReadRequest(id, Collections.emptySortedSet(), Value.Fields.EMPTY)))
            .getFirst();
    if (reading instanceof Reading.Present present) {
      return present.attributes();
    }
    throw new AssertionError(reading.toString());
  }

  Reading look(TypeName type, String id) {
    return session
        .readMany(
            type, List.of(new ReadRequest(id, Collections.emptySortedSet(), Value.Fields.EMPTY)))
        .getFirst();
  }

  static Failure.@Nullable Kind kind(Reply reply) {
    return reply instanceof Reply.Refused(Failure failure) ? failure.kind() : null;
  }

  static Value.Fields tags(String... pairs) {
    return Value.Fields.of(Map.of("tags", fields(pairs)));
  }
}
