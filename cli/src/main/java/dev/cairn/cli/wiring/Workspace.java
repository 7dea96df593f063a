package dev.cairn.cli.wiring;

import dev.cairn.api.event.Event;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.codec.Hmac;
import dev.cairn.codec.Seal;
import dev.cairn.core.run.Processes;
import dev.cairn.core.run.Services;
import dev.cairn.core.run.Source;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.time.Time;
import dev.cairn.simulated.world.World;
import dev.cairn.state.DigestKey;
import dev.cairn.state.LocalFolder;
import dev.cairn.state.git.SourceTree;
import dev.cairn.state.journal.FileJournals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stack with its state and its providers: what plans and applies work in.
public final class Workspace implements AutoCloseable {
  private final StackRequest request;
  private final Invocation invocation;
  private final LoadedStack stack;
  private final StateHome state;
  private final @Nullable World world;

  private Workspace(
      StackRequest request,
      Invocation invocation,
      LoadedStack stack,
      StateHome state,
      @Nullable World world) {
    this.request = request;
    this.invocation = invocation;
    this.stack = stack;
    this.state = state;
    this.world = world;
  }

  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the stack, its project or its state
  ///   is wrong
  public static Workspace open(StackRequest request, Invocation invocation) {
    StackPlace place = StackPlace.of(request);
    if (!request.simulate()) {
      LoadedStack stack = LoadedStack.load(request, invocation);
      stack.stack();
      return new Workspace(request, invocation, stack, StateHome.of(place, false), null);
    }
    World world = Catalogs.world(place.local().resolve("simulated"));
    Catalog catalog = Catalogs.simulated(invocation.terminal().environment(), world);
    LoadedStack stack = LoadedStack.load(request, invocation, catalog);
    stack.stack();
    return new Workspace(request, invocation, stack, StateHome.of(place, true), world);
  }

  public LoadedStack stack() {
    return stack;
  }

  public String lineage() {
    return state.lineage();
  }

  public String storeDescription() {
    return state.store().description();
  }

  /// Makes what a run needs on this machine: a folder that git takes no notice of, and the digest
  /// key of a simulated world, which `init` never sees. A plan needs no more than the latter.
  public void prepare() {
    try {
      if (stack.place().git().isEmpty()) {
        LocalFolder.createIgnored(stack.place().local());
      }
      if (request.simulate()) {
        DigestKey.create(state.digestKey(), new SecureRandom());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Seal seal() {
    return Seal.by(key());
  }

  private Optional<Hmac> key() {
    return DigestKey.read(state.digestKey());
  }

  /// What runs work with.
  public Services services(Event.Sink events) {
    return new Services(
        stack.catalog(),
        state.store(),
        new FileJournals(journals(), seal()),
        key(),
        StackName.file(stack.place()),
        stack.inputs(invocation),
        source(),
        Processes.OF_THIS_MACHINE,
        ThisProcess.holder(invocation.terminal().environment()),
        Time.system(),
        new SecureRandom(),
        events);
  }

  private Path journals() {
    return state.local().resolve("journals");
  }

  /// A simulated run is nobody's history.
  private Source source() {
    return request.simulate()
        ? Source.NONE
        : stack
            .place()
            .git()
            .<Source>map(git -> new GitSource(new SourceTree(git), stack.place().project().root()))
            .orElse(Source.NONE);
  }

  @Override
  public void close() {
    state.close();
    if (world != null) {
      world.close();
    }
  }
}
