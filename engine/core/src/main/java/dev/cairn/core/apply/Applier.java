package dev.cairn.core.apply;

import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Journal;
import java.util.ArrayList;
import java.util.List;

/// Carries out the steps of a plan and decides nothing: each when what it waits for has ended well,
/// as many at once as their scopes stand.
///
/// Steps run on platform threads, as socket I/O on virtual ones costs at exit. A step that waits
/// for something remote keeps its thread but no place in its scope's limit, so there are more
/// threads than calls under way.
public final class Applier {
  private static final int LEAST_THREADS = 64;
  private static final int MOST_THREADS = 512;
  private static final int THREADS_OF_A_SCOPE = 16;

  private final Means means;

  public Applier(Means means) {
    this.means = means;
  }

  /// Blocks until nothing is under way any more.
  ///
  /// @param intent published before; gives the operations their ids
  /// @throws RuntimeException where the engine itself fails, an {@link Error} where the JVM does;
  ///   the journal then has what the next run needs
  public Applied apply(Intent intent, Journal journal, Claim claim, Cancellation cancellation) {
    Run run = new Run(means, intent, journal, claim, cancellation);
    start(run).forEach(Applier::join);
    run.sound();
    return run.ledger.applied(run.agenda.end(), run.agenda.leftOver());
  }

  /// Enough that steps which wait for one place leave some for the others.
  private static int threads(Run run) {
    long scopes =
        run.intent.plan().steps().stream()
            .flatMap(step -> step.scopes().stream())
            .distinct()
            .count();
    long wanted = Math.clamp(scopes * THREADS_OF_A_SCOPE, LEAST_THREADS, MOST_THREADS);
    return (int) Math.min(wanted, run.agenda.size());
  }

  /// A thread that the machine refuses breaks the run as a step would: those that run are waited
  /// for.
  private static List<Thread> start(Run run) {
    List<Thread> threads = new ArrayList<>();
    try {
      for (int i = 0; i < threads(run); i++) {
        threads.add(Thread.ofPlatform().name("apply-" + i).start(() -> new Worker(run).work()));
      }
    } catch (OutOfMemoryError refused) {
      run.broke(refused);
    }
    return threads;
  }

  /// The record is kept whatever happens, so this does not end before the workers do.
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
