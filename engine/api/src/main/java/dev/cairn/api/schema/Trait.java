package dev.cairn.api.schema;

/// A property of an attribute beside its shape.
public enum Trait {
  REQUIRED,
  /// Cannot be changed on a living object: a change replaces it.
  IMMUTABLE,
  /// Set by the provider; an attribute may be both computed and settable.
  COMPUTED,
  SENSITIVE,
  /// Cannot be read back: compared with the record, not with what is observed.
  WRITE_ONLY
}
