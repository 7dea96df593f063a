package dev.cairn.api.plan;

/// What to do when a call was sent and no definite answer came back (semantics, section 4).
public enum Repeat {
  /// Send it again with the same client token; the service recognises it.
  CLIENT_TOKEN,
  /// Look for an object that carries the operation.
  FIND_BY_OPERATION,
  /// Look for the object by its natural key.
  FIND_BY_NATURAL_KEY,
  /// Send it again: twice is the same as once.
  SAFE
}
