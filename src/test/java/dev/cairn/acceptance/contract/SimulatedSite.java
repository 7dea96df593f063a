package dev.cairn.acceptance.contract;

import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.state.Intent.Holder;
import dev.cairn.cli.views.OutputChanges;
import dev.cairn.cli.views.Palette;
import dev.cairn.cli.views.PlanText;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.plan.AddressPattern;
import dev.cairn.core.plan.Planner;
import dev.cairn.core.run.ApplyRun;
import dev.cairn.core.run.Approver;
import dev.cairn.core.run.Finished;
import dev.cairn.core.run.PlanRun;
import dev.cairn.core.run.Planned;
import dev.cairn.core.run.RunRequest;
import dev.cairn.core.run.Services;
import dev.cairn.core.run.Source;
import dev.cairn.core.run.StackFile;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import dev.cairn.core.stack.LoadRequest;
import dev.cairn.core.stack.Loaded;
import dev.cairn.core.stack.Stack;
import dev.cairn.core.stack.StackLoader;
import dev.cairn.core.time.Time;
import dev.cairn.simulated.Faults;
import dev.cairn.simulated.SimulatedProvider;
import dev.cairn.simulated.world.SimulatedObject;
import dev.cairn.simulated.world.World;
import dev.cairn.testkit.MovingClock;
import dev.cairn.testkit.store.MemoryJournals;
import dev.cairn.testkit.store.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// A project whose world and state are in memory, and which a run takes milliseconds in.
final class SimulatedSite implements AutoCloseable {
  private static final String LINEAGE = "01HZZZZZZZZZZZZZZZZZZZZZZZ";

  private static final Planner PLANNER = new Planner(Real.CATALOG);

  private final MovingClock clock = new MovingClock();
  private final World world = World.inMemory();
  private final Catalog catalog = simulated();
  private final MemoryStore store = new MemoryStore();
  private final MemoryJournals journals = new MemoryJournals();
  private final Random random;

  /// @param seed of the ids of what is made
  SimulatedSite(long seed) {
    this.random = new Random(seed);
  }

  private Catalog simulated() {
    return new Types(
        Stream.of(Real.AWS, Real.DOCKER)
            .<Provider>map(real ->
                new SimulatedProvider(
                    real,
                    name -> Real.CATALOG.schema(name).or(() -> Real.CATALOG.lookup(name)),
                    world,
                    Faults.NONE,
                    clock,
                    clock::sleep))
            .toList());
  }

  /// A stack that `validate` has nothing against.
  static Optional<Stack> valid(Path file, String yaml) {
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Loaded loaded =
        StackLoader.load(
            LoadRequest.of(file.toAbsolutePath().resolveSibling(""), file), Real.CATALOG);
    return loaded.diagnostics().isEmpty()
        ? loaded.stack().filter(stack -> PLANNER.wrong(stack, Inputs.NONE).isEmpty())
        : Optional.empty();
  }

  private static RunRequest request(Stack stack, boolean destroy) {
    return RunRequest.of(stack, "default", LINEAGE, destroy)
        .accepting(List.of(AddressPattern.parse("*")));
  }

  Planned plan(Stack stack) {
    return new PlanRun(services()).plan(request(stack, false));
  }

  Finished apply(Stack stack) {
    return run(stack, false);
  }

  Finished destroy(Stack stack) {
    return run(stack, true);
  }

  private Finished run(Stack stack, boolean destroy) {
    return new ApplyRun(services())
        .apply(request(stack, destroy), null, Approver.YES, new Cancellation());
  }

  /// What is there.
  List<SimulatedObject> objects() {
    return world.objects();
  }

  /// A plan as people see it.
  static String text(Finished finished) {
    return finished.plan().map(SimulatedSite::text).orElse("no plan");
  }

  static String text(Plan plan) {
    return new PlanText(Palette.of(false), 120).of(plan, OutputChanges.NONE);
  }

  private Services services() {
    return new Services(
        catalog,
        store,
        journals,
        Optional.empty(),
        new StackFile("stack.yaml", (path, stack) -> false),
        Inputs.NONE,
        Source.NONE,
        holder -> false,
        new Holder("ann", "desk", "boot-1", 42, 0, "2026-01-01T00:00:00Z", ""),
        new Time(clock, clock::sleep),
        random,
        SimulatedSite::ignore);
  }

  private static void ignore(Event event) {}

  @Override
  public void close() {
    world.close();
  }
}
