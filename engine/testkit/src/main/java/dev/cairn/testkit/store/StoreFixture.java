package dev.cairn.testkit.store;

import dev.cairn.api.state.StateStore;
import java.nio.file.Path;

/// One place for a state store, empty at first.
public interface StoreFixture {
  /// Opens the store; every call gives one of its own on the same place, as another process would.
  StateStore open();

  /// How many objects are kept there: contents, folders and revisions.
  long objects();

  /// The folder that everything of the store is in.
  Path place();

  /// Leaves what a process that is killed while it writes leaves behind.
  void leaveTorn();

  /// Makes the next publication fail, as a full disk or a missing permission does.
  ///
  /// @return what ends that
  Runnable block();
}
