package dev.cairn.api.schema;

/// A property of an attribute beside its shape.
public enum Trait {
  REQUIRED,
  /// Cannot be changed on a living object: a change replaces it.
  IMMUTABLE,
  /// Set by the provider where the stack does not set it.
  COMPUTED,
  /// Only the provider sets it; always `COMPUTED` too.
  READ_ONLY,
  /// Computed, and anew with every update: a version number, the address of a restarted container.
  VOLATILE,
  SENSITIVE,
  /// Cannot be read back: compared with the record, not with what is observed.
  WRITE_ONLY
}
