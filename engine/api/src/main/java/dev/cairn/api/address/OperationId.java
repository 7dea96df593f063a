package dev.cairn.api.address;

import java.util.Objects;

/// One step of one run (`cairn:op`): the same in every attempt and every process that carries the
/// step out.
///
/// @param run the ULID of the run
/// @param step the number of the step in the plan's order, from 0
public record OperationId(String run, int step) {
  public OperationId {
    Objects.requireNonNull(run, "run");
    if (step < 0) {
      throw new IllegalArgumentException("negative step: " + step);
    }
  }

  /// Reads what [#toString()] wrote.
  public static OperationId parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot <= 0) {
      throw new IllegalArgumentException("not an operation: " + text);
    }
    return new OperationId(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1)));
  }

  /// A client token for one call of the step: at most 64 ASCII characters, as EC2 requires.
  public String clientToken(int call) {
    return "cairn-" + this + "-" + call;
  }

  /// Only characters that every tag and label may hold.
  @Override
  public String toString() {
    return run + "." + step;
  }
}
