package dev.cairn.aws;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The little of the engine that a provider's test needs: steps sent call by call, then probed.
public final class Engine {
  private final AwsProvider provider = new AwsProvider(Map.of());
  private final Session session;
  private final String run;
  private final List<String> sent = new ArrayList<>();
  private int step;

  public Engine(Session session, String run) {
    this.session = session;
    this.run = run;
  }

  /// An object that was made, with all that is known of it.
  public record Made(String kind, String id, Value.Fields attributes, Ownership ownership) {
    public String text(String attribute) {
      return attributes.text(attribute).orElseThrow();
    }
  }

  public static Value.Fields json(String text) {
    return (Value.Fields) Json.read(text.replace('\'', '"'));
  }

  public static Desired desired(String kind, Value.Fields attributes) {
    return new Desired(
        Address.of(kind),
        new TypeName("aws", kind),
        new AwsProvider(Map.of()).scope(Value.Fields.EMPTY),
        attributes,
        new TreeSet<>(),
        new TreeMap<>(),
        Lifecycle.NONE,
        new TreeSet<>(),
        Value.Fields.EMPTY,
        new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO),
        null,
        new TreeMap<>());
  }

  public ResourceType type(String kind) {
    return provider.types().stream()
        .filter(type -> type.name().name().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /// The names of the calls since the last time.
  public List<String> sent() {
    List<String> copy = List.copyOf(sent);
    sent.clear();
    return copy;
  }

  public Made create(String kind, String written) {
    ResourceType type = type(kind);
    Value.Fields attributes = type.normalize(json(written));
    OperationId operation = new OperationId(run, step++);
    Ownership ownership = new Ownership(run, "test/default", new Uid(run + step), operation, kind);
    Made made = new Made(kind, "", attributes, ownership);
    made = run(made, Action.CREATE, type.create(desired(kind, attributes)));
    Value.Fields fresh = type.fresh(desired(kind, attributes));
    SortedSet<Path> settle = new TreeSet<>();
    fresh.fields().keySet().stream()
        .filter(attributes::has)
        .forEach(name -> settle.add(Path.of(name)));
    return settle.isEmpty()
        ? made
        : run(
            made,
            Action.UPDATE,
            type.update(attributes.with(fresh), desired(kind, attributes), settle));
  }

  /// Updates from what is read; every attribute that differs at the top level, tags by key.
  public Made update(Made made, String written) {
    ResourceType type = type(made.kind());
    Value.Fields to = type.normalize(json(written));
    Value.Fields from = present(made, to).attributes();
    return run(
        new Made(made.kind(), made.id(), from.with(to), made.ownership()),
        Action.UPDATE,
        type.update(from, desired(made.kind(), to), changed(from, to)));
  }

  public void delete(Made made) {
    Value.Fields from = present(made, made.attributes()).attributes();
    run(made, Action.DELETE, type(made.kind()).delete(from));
  }

  public Reading read(Made made, Value.Fields wanted) {
    SortedSet<Path> paths = new TreeSet<>();
    wanted
        .fields()
        .forEach((name, value) -> {
          paths.add(Path.of(name));
          if (value instanceof Value.Fields fields) {
            fields.fields().keySet().forEach(key -> paths.add(Path.of(name, key)));
          }
        });
    return session
        .readMany(
            new TypeName("aws", made.kind()),
            List.of(new ReadRequest(made.id(), paths, made.attributes())))
        .getFirst();
  }

  public Reading.Present present(Made made, Value.Fields wanted) {
    return switch (read(made, wanted)) {
      case Reading.Present present -> present;
      case Reading.Absent absent -> throw new AssertionError(made.kind() + " is absent");
      case Reading.Unreadable(var why) -> throw new AssertionError(why.toString());
    };
  }

  /// What of the wanted attributes reality does not have.
  public List<String> differences(Made made, String written) {
    Value.Fields wanted = type(made.kind()).normalize(json(written));
    Value.Fields there = present(made, wanted).attributes();
    return changed(there, wanted).stream()
        .map(path ->
            path + ": " + there.at(path).orElse(null) + " != " + wanted.at(path).orElse(null))
        .toList();
  }

  private static SortedSet<Path> changed(Value.Fields from, Value.Fields to) {
    SortedSet<Path> changed = new TreeSet<>();
    to.fields().forEach((name, value) -> differ(Path.of(name), from, to, changed));
    return changed;
  }

  private static void differ(
      Path path, Value.Fields from, Value.Fields to, SortedSet<Path> changed) {
    Value before = from.at(path).orElse(null);
    Value after = to.at(path).orElse(null);
    if (after instanceof Value.Fields wanted) {
      wanted.fields().keySet().forEach(key -> differ(path.then(key), from, to, changed));
    } else if (after instanceof Value.Items(List<Value> items)
        && before instanceof Value.Items(List<Value> had)) {
      if (items.size() != had.size() || !had.containsAll(items)) {
        changed.add(path);
      }
    } else if (!java.util.Objects.equals(before, after)) {
      changed.add(path);
    }
  }

  private Made run(Made made, Action action, List<Call> calls) {
    Made current = made;
    for (int number = 0; number < calls.size(); number++) {
      current = send(current, action, calls, number);
    }
    for (int look = 0; look < 30; look++) {
      Progress progress =
          session.probe(
              new TypeName("aws", made.kind()),
              action,
              target(current, action, calls.size() - 1, calls.size()));
      if (progress instanceof Progress.Ready(Value.Fields observed)) {
        return new Made(
            current.kind(), current.id(), current.attributes().with(observed), current.ownership());
      }
    }
    throw new AssertionError(made.kind() + " never gets ready");
  }

  private Made send(Made made, Action action, List<Call> calls, int number) {
    Call call = calls.get(number);
    sent.add(call.api());
    Reply reply =
        session.send(
            new TypeName("aws", made.kind()), call, target(made, action, number, calls.size()));
    if (reply instanceof Reply.Done done) {
      return new Made(
          made.kind(),
          done.id() == null ? made.id() : done.id(),
          made.attributes().with(done.attributes()),
          made.ownership());
    }
    throw new AssertionError(call + " → " + reply);
  }

  private static Target target(Made made, Action action, int number, int calls) {
    return new Target(
        made.id().isEmpty() ? null : made.id(),
        made.attributes(),
        made.ownership(),
        action,
        Math.max(number, 0),
        calls);
  }
}
