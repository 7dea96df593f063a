package dev.cairn.api.schema;

/// Where a type's objects live, and so which session reads and changes them.
public enum Home {
  /// In the account and region of the provider's settings.
  PROVIDER,
  /// On the engine of the resource that the attribute `host` refers to.
  HOST,
  /// The resource is itself such an engine: its own attributes are the settings.
  SELF
}
