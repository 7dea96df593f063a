package dev.cairn.core.run;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.time.Time;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Puts commits upon the head of the state, also when others do so at the same time.
final class Publication {
  private static final int ATTEMPTS = 20;

  private final StateStore store;
  private final Time time;
  private final RandomGenerator random;

  Publication(StateStore store, Time time, RandomGenerator random) {
    this.store = store;
    this.time = time;
    this.random = random;
  }

  /// Decides on what is now the head whether the commit still holds.
  @FunctionalInterface
  interface Check {
    /// @throws DiagnosticException where it does not
    void hold(@Nullable Revision head);
  }

  /// @throws DiagnosticException where the check fails or the store refuses
  Revision publish(@Nullable Revision expected, Commit commit, Check check) {
    Revision head = expected;
    for (int i = 0; i < ATTEMPTS; i++) {
      switch (store.publish(head, commit)) {
        case Published.Accepted accepted -> {
          return accepted.now();
        }
        case Published.Moved moved -> {
          check.hold(moved.actual());
          head = moved.actual();
          pause(i);
        }
        case Published.Refused refused ->
            throw new DiagnosticException(
                Problems.unpublished(store.description(), refused.why().text()));
      }
    }
    throw new DiagnosticException(
        Problems.unpublished(store.description(), "others were always first"));
  }

  /// Publishes what a run has done; where something is undecided it stays open.
  ///
  /// @param after what the state then has of the stack
  /// @throws DiagnosticException where the store refuses
  void conclude(StateCommits commits, Intent intent, Applied applied, StackState after) {
    Revision head = store.head().orElse(null);
    boolean last = head != null && after.empty() && NameOwner.last(store, head, after.paths());
    publish(
        head, commits.outcome(intent, applied, applied.undecided().isEmpty(), last), moved -> {});
  }

  private void pause(int attempt) {
    try {
      time.sleeper().sleep(Duration.ofMillis(random.nextLong(20L * (attempt + 1) + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
