package dev.cairn.core.apply;

/// The run's claim on what it changes.
@FunctionalInterface
public interface Claim {
  /// A claim that nobody can take, for a run that is alone.
  Claim ALONE = () -> true;

  /// Whether the claim is certainly still ours; asked before every mutating call. Quick, no
  /// waiting.
  boolean confirm();
}
