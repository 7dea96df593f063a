package dev.cairn.cli.invocation;

/// What the process ends with.
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;

  /// The plan has changes; only with `--detailed-exitcode`.
  public static final int CHANGES = 2;

  /// Another run holds what this one needs.
  public static final int CLAIMED = 3;

  /// The plan is stale, or is not the one that was approved.
  public static final int STALE = 4;

  public static final int USAGE = 64;
  public static final int INTERNAL = 70;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
