package dev.cairn.api.schema;

/// How a desired value is compared with an observed one (semantics, section 6).
public enum Compare {
  STRICT,
  IGNORE,
  /// The observed list or map may hold more.
  SUPERSET,
  /// A list as a set.
  UNORDERED,
  /// Of a map, the keys that the user sets or has set; others belong to somebody else.
  OWNED_KEYS,
  /// Used at creation, never compared.
  INITIAL;

  /// Whether a difference counts once the object is there.
  public boolean compared() {
    return this != IGNORE && this != INITIAL;
  }
}
