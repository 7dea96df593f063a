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

  /// Says what to put upon a head. It is asked anew for each head: what others have done meanwhile
  /// may change more than the parent of a commit.
  @FunctionalInterface
  interface Change {
    /// @param head null for a store that was never written
    /// @throws DiagnosticException where nothing may be put upon this one
    Commit upon(@Nullable Revision head);
  }

  /// @param expected the head as far as it is known
  /// @throws DiagnosticException where there is no change any more, or the store refuses
  Revision publish(@Nullable Revision expected, Change change) {
    Revision head = expected;
    for (int i = 0; i < ATTEMPTS; i++) {
      switch (store.publish(head, change.upon(head))) {
        case Published.Accepted accepted -> {
          return accepted.now();
        }
        case Published.Moved moved -> {
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
    boolean ends = applied.undecided().isEmpty();
    publish(
        store.head().orElse(null),
        head -> {
          boolean last =
              head != null && after.empty() && NameOwner.last(store, head, after.paths());
          return commits.outcome(intent, applied, ends, last);
        });
  }

  private void pause(int attempt) {
    try {
      time.sleeper().sleep(Duration.ofMillis(random.nextLong(20L * (attempt + 1) + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
