package dev.cairn.core.run;

/// How a run ended, with the exit code that says so.
public enum Outcome {
  /// Everything is as the stack wants it.
  DONE(0),
  FAILED(1),
  /// A person looked at the plan and said no.
  DECLINED(1),
  /// Another run is under way.
  CLAIMED(3),
  /// The plan is not what it rests on any more, or not the one that was approved.
  STALE(4),
  INTERRUPTED(130);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
