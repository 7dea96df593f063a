package dev.cairn.core.world;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The world itself: things, a ledger of every mutating call, and faults on demand. Thread-safe.
public final class World {
  private final ManualTime time;
  private final SortedMap<String, Thing> things = new TreeMap<>();
  private final List<String> ledger = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private int born;
  private int underWay;
  private int mostUnderWay;

  /// How long a new thing cannot be found.
  private Duration lag = Duration.ZERO;

  /// How long a new thing needs to be ready.
  private Duration growth = Duration.ZERO;

  /// The size that it reports whatever was asked for; null for an honest world.
  private @Nullable Value lie;

  /// The size that reads see, while whoever waits for a change sees the real one.
  private @Nullable Value readLie;

  private Consumer<Call> beforeCall = call -> {};

  private Runnable beforeLook = () -> {};

  /// What every search answers; null for the truth.
  private Listing.@Nullable Unanswered silence;

  public World(ManualTime time) {
    this.time = time;
  }

  public synchronized World fault(String api, Fault... next) {
    faults.computeIfAbsent(api, name -> new ArrayDeque<>()).addAll(List.of(next));
    return this;
  }

  public synchronized World lag(Duration duration) {
    lag = duration;
    return this;
  }

  public synchronized World growth(Duration duration) {
    growth = duration;
    return this;
  }

  public synchronized World lie(Value size) {
    lie = size;
    return this;
  }

  public synchronized World readLie(@Nullable Value size) {
    readLie = size;
    return this;
  }

  public synchronized World beforeCall(Consumer<Call> action) {
    beforeCall = action;
    return this;
  }

  /// Something that happens in the middle of a search.
  public synchronized World beforeLook(Runnable action) {
    beforeLook = action;
    return this;
  }

  /// From now on no search has an answer.
  public synchronized World silence(Failure why) {
    silence = new Listing.Unanswered(why);
    return this;
  }

  /// Begins a search; gives its answer where it has none.
  Optional<Listing> search() {
    Runnable action;
    synchronized (this) {
      action = beforeLook;
    }
    action.run();
    synchronized (this) {
      return Optional.ofNullable(silence);
    }
  }

  /// Every call that was carried out, in order.
  public synchronized List<String> ledger() {
    return List.copyOf(ledger);
  }

  public synchronized Collection<Thing> things() {
    return List.copyOf(things.values());
  }

  public synchronized int mostUnderWay() {
    return mostUnderWay;
  }

  public synchronized Thing put(Thing thing) {
    things.put(thing.id(), thing);
    return thing;
  }

  synchronized Optional<Thing> thing(String id) {
    return Optional.ofNullable(things.get(id));
  }

  synchronized List<Thing> visible() {
    Instant now = time.instant();
    return things.values().stream().filter(thing -> !thing.since().plus(lag).isAfter(now)).toList();
  }

  synchronized boolean grown(Thing thing) {
    return !thing.since().plus(growth).isAfter(time.instant());
  }

  synchronized Value.Fields reported(Thing thing) {
    Value.Fields seen = thing.attributes().without("password");
    return lie == null ? seen : seen.with("size", lie);
  }

  synchronized Value.Fields read(Thing thing) {
    Value.Fields seen = reported(thing);
    return readLie == null ? seen : seen.with("size", readLie);
  }

  Reply send(Call call, Target target) {
    Consumer<Call> action;
    synchronized (this) {
      underWay++;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      action = beforeCall;
    }
    action.accept(call);
    synchronized (this) {
      underWay--;
      return faulty(call, target);
    }
  }

  private Reply faulty(Call call, Target target) {
    Fault fault = faults.getOrDefault(call.api(), new ArrayDeque<>()).poll();
    return switch (fault) {
      case null -> carryOut(call, target);
      case Fault.Refuse refuse -> new Reply.Refused(failure(refuse.kind(), call));
      case Fault.LoseRequest ignored -> new Reply.Lost(failure(Kind.UNAVAILABLE, call));
      case Fault.LoseReply ignored -> lost(call, target, 1);
      case Fault.Double ignored -> lost(call, target, 2);
      case Fault.Crash ignored -> {
        carryOut(call, target);
        throw new IllegalStateException("the provider has a defect");
      }
    };
  }

  private Reply lost(Call call, Target target, int times) {
    for (int i = 0; i < times; i++) {
      carryOut(call, target);
    }
    return new Reply.Lost(failure(Kind.UNAVAILABLE, call));
  }

  private Reply carryOut(Call call, Target target) {
    return switch (call.api()) {
      case "world:Create" -> create(call, target);
      case "world:Change", "world:Pin" -> change(call, target);
      case "world:Delete" -> delete(call, target);
      default -> throw new IllegalArgumentException(call.api());
    };
  }

  private Reply create(Call call, Target target) {
    String friend = call.arguments().text("friend").orElse(null);
    if (friend != null && visible().stream().noneMatch(thing -> thing.id().equals(friend))) {
      return new Reply.Refused(failure(Kind.NOT_FOUND, call));
    }
    String id = "thing-" + ++born;
    Value.Fields attributes =
        call.arguments().with("id", Value.text(id)).with("serial", Value.text("s" + born));
    things.put(id, new Thing(id, attributes, target.ownership(), time.instant()));
    ledger.add(call.api() + " " + call.arguments().text("name").orElse("?"));
    return new Reply.Done(id, Value.Fields.of("serial", Value.text("s" + born)));
  }

  private Reply change(Call call, Target target) {
    Thing thing = things.get(target.existing());
    if (thing == null) {
      return new Reply.Refused(failure(Kind.NOT_FOUND, call));
    }
    things.put(thing.id(), thing.with(call.arguments()));
    ledger.add(call.api() + " " + thing.id());
    return new Reply.Done(null, Value.Fields.EMPTY);
  }

  private Reply delete(Call call, Target target) {
    Thing thing = things.remove(target.existing());
    if (thing == null) {
      return new Reply.Refused(failure(Kind.NOT_FOUND, call));
    }
    ledger.add(call.api() + " " + thing.id());
    return new Reply.Done(null, Value.Fields.EMPTY);
  }

  static Failure failure(Kind kind, Call call) {
    return new Failure(kind, call.api(), kind.name(), "request-1", null, "the world says no");
  }

  static boolean carries(Thing thing, String lineage, @Nullable OperationId operation) {
    return thing.ownership().lineage().equals(lineage)
        && (operation == null || thing.ownership().operation().equals(operation));
  }
}
