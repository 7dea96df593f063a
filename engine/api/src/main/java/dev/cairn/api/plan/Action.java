package dev.cairn.api.plan;

/// What a plan does with a resource, as people see it.
public enum Action {
  CREATE,
  UPDATE,
  REPLACE,
  DELETE,
  NO_OP,
  ADOPT,
  MOVE,
  FORGET,
  /// An attribute stops being managed and keeps its value.
  RELEASE,
  READ,
  /// Nothing yet: something that it depends on could not be read.
  WAIT,
  /// It could not be looked at, so nothing is done with it.
  UNREAD
}
