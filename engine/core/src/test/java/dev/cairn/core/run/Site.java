package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.state.Intent.Holder;
import dev.cairn.codec.Hmac;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.world.ManualTime;
import dev.cairn.core.world.Stacks;
import dev.cairn.core.world.World;
import dev.cairn.core.world.WorldCatalog;
import dev.cairn.core.world.WorldProvider;
import dev.cairn.testkit.store.MemoryJournals;
import dev.cairn.testkit.store.MemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A project with its state, on a world of its own.
final class Site {
  static final String LINEAGE = "lineage-1";

  final ManualTime time = new ManualTime();
  final World world = new World(time);
  final MemoryStore store = new MemoryStore();
  final MemoryJournals journals = new MemoryJournals();
  final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  final Cancellation cancellation = new Cancellation();
  private final Random random = new Random(7);
  Source source = Source.NONE;
  Optional<Hmac> key = Optional.empty();
  Inputs inputs = Inputs.NONE;
  StackFile file = new StackFile("stack.yaml", (path, stack) -> false);
  boolean othersLive;
  String machine = "boot-1";

  Services services() {
    return new Services(
        new WorldCatalog(new WorldProvider(world, Repeat.FIND_BY_OPERATION)),
        store,
        journals,
        key,
        file,
        inputs,
        source,
        holder -> othersLive,
        new Holder("ann", "desk", machine, 42, 0, "2026-01-01T00:00:00Z", ""),
        time.time(),
        random,
        events::add);
  }

  Finished apply(RunRequest request) {
    return new ApplyRun(services()).apply(request, null, Approver.YES, cancellation);
  }

  Planned plan(RunRequest request) {
    return new PlanRun(services()).plan(request);
  }

  static Stacks two() {
    return new Stacks()
        .thing("a", Map.of("size", 1, "badge", "x"))
        .thing("b", Map.of("friend", "$a.id"));
  }

  static RunRequest request(Stacks stacks) {
    return RunRequest.of(stacks.stack(), "default", LINEAGE, false);
  }

  static RunRequest destroy(Stacks stacks) {
    return RunRequest.of(stacks.stack(), "default", LINEAGE, true);
  }

  static RunRequest replacing(Stacks stacks, String... addresses) {
    TreeSet<Address> replace = new TreeSet<>(Stream.of(addresses).map(Address::of).toList());
    return new RunRequest(
        stacks.stack(),
        "default",
        LINEAGE,
        false,
        new TreeSet<>(),
        replace,
        new TreeSet<>(),
        new TreeSet<>(),
        false,
        List.of());
  }
}
