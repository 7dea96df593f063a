package dev.cairn.api.schema;

/// What a change does to who uses the object, mildest first.
public enum Impact {
  NONE,
  IN_PLACE,
  RESTART,
  CONNECTION_LOSS,
  REPLACE,
  DATA_LOSS
}
