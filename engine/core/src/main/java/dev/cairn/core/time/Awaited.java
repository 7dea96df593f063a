package dev.cairn.core.time;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// The end of a task that ran beside others.
public final class Awaited {
  private Awaited() {}

  /// What a task has come to. What it threw is thrown as it was, so that a diagnostic stays one.
  ///
  /// @param doing what is waited for, in words: `reading`
  /// @throws IllegalStateException where the thread is interrupted; it stays interrupted
  public static <T> T result(Future<T> task, String doing) {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + doing, stopped);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw broken.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(broken);
    }
  }
}
