package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;

/// Writes plain values as JSON, each on one line, and reads them again.
public interface Codec {
  /// JSON without a line break.
  String write(Value value);

  /// @throws IllegalArgumentException where the text is no JSON
  Value read(String json);
}
