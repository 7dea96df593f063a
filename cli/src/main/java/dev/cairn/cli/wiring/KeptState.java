package dev.cairn.cli.wiring;

import dev.cairn.api.state.StateStore;
import dev.cairn.codec.Seal;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.run.StackFile;
import dev.cairn.core.run.StackState;
import dev.cairn.state.DigestKey;

/// What was recorded of a stack, for those who only read it: the stack is not checked, and nothing
/// need be given to it.
public final class KeptState implements AutoCloseable {
  private final StateHome home;
  private final StatePaths paths;
  private final StackFile file;

  private KeptState(StateHome home, StatePaths paths, StackFile file) {
    this.home = home;
    this.paths = paths;
    this.file = file;
  }

  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the stack has no name, or its
  ///   project or its state is wrong
  public static KeptState open(StackRequest request) {
    StackPlace place = StackPlace.of(request);
    StatePaths paths = new StatePaths(StackName.in(place), request.environmentName());
    return new KeptState(StateHome.of(place, request.simulate()), paths, StackName.file(place));
  }

  public StackState state() {
    Seal seal = Seal.by(DigestKey.read(home.digestKey()));
    return StackState.load(home.store(), paths, home.lineage(), seal, file);
  }

  public StatePaths paths() {
    return paths;
  }

  public StateStore store() {
    return home.store();
  }

  @Override
  public void close() {
    home.close();
  }
}
