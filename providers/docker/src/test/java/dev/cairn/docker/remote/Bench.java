package dev.cairn.docker.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.address.Ulid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Value;
import dev.cairn.docker.DockerProvider;
import dev.cairn.docker.type.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/// Carries steps out as the engine of the project does: declared calls one by one, then the probe
/// until it is ready.
final class Bench implements AutoCloseable {
  static final String LINEAGE = "01JTESTLINEAGE0000000000000";

  final DockerProvider provider = new DockerProvider();
  final Session session;
  final Scope scope;

  Bench(String endpoint) {
    this(Value.Fields.of("endpoint", Value.text(endpoint)));
  }

  Bench(Value.Fields settings) {
    scope = provider.scope(settings);
    session = provider.open(scope);
  }

  static Value.Fields json(String text) {
    return (Value.Fields) Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  ResourceType type(TypeName name) {
    return provider.types().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  Desired desired(TypeName name, Value.Fields written) {
    Value.Fields normal = type(name).normalize(written);
    assertThat(type(name).normalize(normal)).as("normalizing twice").isEqualTo(normal);
    assertThat(type(name).check(normal)).isEmpty();
    return new Desired(
        Address.of("x"),
        name,
        scope,
        normal,
        new TreeSet<>(),
        new TreeMap<>(),
        Lifecycle.NONE,
        new TreeSet<>(),
        Value.Fields.EMPTY,
        new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
        null,
        new TreeMap<>());
  }

  static Ownership ownership() {
    byte[] random = new byte[10];
    ThreadLocalRandom.current().nextBytes(random);
    String ulid = Ulid.of(System.currentTimeMillis(), random);
    return new Ownership(LINEAGE, "test/default", new Uid(ulid), new OperationId(ulid, 0), "x");
  }

  /// An object that was made.
  record Made(TypeName type, String id, Value.Fields attributes, Ownership ownership) {}

  Made create(TypeName name, Value.Fields written) {
    Outcome outcome = tryCreate(name, written);
    if (outcome.trouble().isPresent() && !outcome.made().id().isEmpty()) {
      delete(outcome.made());
    }
    assertThat(outcome.trouble()).as("creation of " + written).isEmpty();
    return outcome.made();
  }

  record Outcome(Made made, Optional<String> trouble) {}

  Outcome tryCreate(TypeName name, Value.Fields written) {
    Desired desired = desired(name, written);
    Value.Fields attributes = desired.attributes().with(type(name).planned(desired));
    List<Call> calls = type(name).create(desired);
    Ownership ownership = ownership();
    String id = null;
    for (int call = 0; call < calls.size(); call++) {
      Target target = new Target(id, attributes, ownership, Action.CREATE, call, calls.size());
      Reply reply = session.send(name, calls.get(call), target);
      if (!(reply instanceof Reply.Done done)) {
        return new Outcome(
            new Made(name, id == null ? "" : id, attributes, ownership),
            Optional.of(reply.toString()));
      }
      id = id == null ? done.id() : id;
      attributes = attributes.with(done.attributes());
    }
    Target target =
        new Target(id, attributes, ownership, Action.CREATE, calls.size(), calls.size());
    Progress progress = await(name, Action.CREATE, target);
    if (!(progress instanceof Progress.Ready ready)) {
      return new Outcome(
          new Made(name, id == null ? "" : id, attributes, ownership),
          Optional.of(progress.toString()));
    }
    String known = ready.observed().text("id").orElse(id);
    return new Outcome(
        new Made(name, known, attributes.with("id", Value.text(known)), ownership),
        Optional.empty());
  }

  Progress await(TypeName name, Action action, Target target) {
    Instant end = Instant.now().plusSeconds(30);
    Progress progress = session.probe(name, action, target);
    while (progress instanceof Progress.Pending(String a, String b, Duration again)
        && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(again);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      progress = session.probe(name, action, target);
    }
    return progress;
  }

  /// Changes an object in place.
  ///
  /// @return the names of the calls
  List<String> update(Made made, Value.Fields written, String... changed) {
    Desired to = desired(made.type(), written);
    Value.Fields from = observed(made);
    SortedSet<Path> paths = new TreeSet<>();
    for (String name : changed) {
      paths.add(Path.of(name));
    }
    List<Call> calls = type(made.type()).update(from, to, paths);
    for (int call = 0; call < calls.size(); call++) {
      Target target =
          new Target(
              made.id(), to.attributes(), made.ownership(), Action.UPDATE, call, calls.size());
      assertThat(session.send(made.type(), calls.get(call), target)).isInstanceOf(Reply.Done.class);
    }
    Target target =
        new Target(
            made.id(),
            to.attributes(),
            made.ownership(),
            Action.UPDATE,
            calls.size(),
            calls.size());
    assertThat(await(made.type(), Action.UPDATE, target)).isInstanceOf(Progress.Ready.class);
    return calls.stream().map(Call::api).toList();
  }

  void delete(Made made) {
    List<Call> calls = type(made.type()).delete(made.attributes());
    for (int call = 0; call < calls.size(); call++) {
      Target target =
          new Target(
              made.id(), made.attributes(), made.ownership(), Action.DELETE, call, calls.size());
      assertThat(session.send(made.type(), calls.get(call), target)).isInstanceOf(Reply.Done.class);
    }
    Target target =
        new Target(
            made.id(),
            made.attributes(),
            made.ownership(),
            Action.DELETE,
            calls.size(),
            calls.size());
    assertThat(await(made.type(), Action.DELETE, target)).isInstanceOf(Progress.Ready.class);
  }

  /// Stops a container, as somebody does by hand.
  void stop(Made made) {
    Call stop = new Call(Api.CONTAINER_STOP, Value.Fields.EMPTY, Repeat.SAFE);
    Target target = new Target(made.id(), made.attributes(), made.ownership(), Action.UPDATE, 0, 1);
    assertThat(session.send(made.type(), stop, target)).isInstanceOf(Reply.Done.class);
  }

  Reading read(Made made) {
    List<Reading> readings =
        session.readMany(
            made.type(), List.of(new ReadRequest(made.id(), new TreeSet<>(), made.attributes())));
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  Value.Fields observed(Made made) {
    Reading reading = read(made);
    assertThat(reading).isInstanceOf(Reading.Present.class);
    return ((Reading.Present) reading).attributes();
  }

  List<String> owned(TypeName type, Ownership ownership) {
    var listing = session.findByOwnership(type, new OwnershipQuery(LINEAGE, ownership.operation()));
    assertThat(listing).isInstanceOf(Listing.Complete.class);
    return ((Listing.Complete) listing).found().stream().map(found -> found.id()).toList();
  }

  /// The paths at which what was set is not what is observed.
  static List<String> differences(Value set, Value observed, String at) {
    List<String> differences = new ArrayList<>();
    if (set instanceof Value.Fields fields && observed instanceof Value.Fields others) {
      fields
          .fields()
          .forEach((name, value) -> {
            String path = at.isEmpty() ? name : at + "." + name;
            Optional<Value> other = others.get(name);
            if (other.isEmpty()) {
              differences.add(path + ": " + value + " is not observed");
            } else {
              differences.addAll(differences(value, other.get(), path));
            }
          });
    } else if (!set.equals(observed)) {
      differences.add(at + ": " + set + " is observed as " + observed);
    }
    return differences;
  }

  @Override
  public void close() {
    session.close();
  }
}
