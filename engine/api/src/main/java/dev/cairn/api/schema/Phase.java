package dev.cairn.api.schema;

/// When an attribute is set. `SETTLE` attributes are set by a step of their own after creation, so
/// that two resources whose rules name each other are no cycle.
public enum Phase {
  CREATE,
  SETTLE
}
