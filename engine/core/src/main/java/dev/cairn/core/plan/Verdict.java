package dev.cairn.core.plan;

/// What becomes of one resource.
enum Verdict {
  CREATE,
  UPDATE,
  REPLACE,
  DELETE,
  NO_OP,
  /// Only the record changes: what is managed, or how.
  AMEND,
  /// The record goes, the object stays or is gone already.
  FORGET,
  /// Its reading failed: nothing is done with it.
  UNKNOWN,
  /// It depends on something unknown.
  BLOCKED;

  boolean makes() {
    return this == CREATE || this == REPLACE;
  }

  /// Whether the plan has it done, where there is something to do.
  boolean carriedOut() {
    return this != UNKNOWN && this != BLOCKED;
  }

  boolean deletes() {
    return this == DELETE || this == REPLACE;
  }
}
