package dev.cairn.cli.wiring;

import dev.cairn.api.value.Value;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Json;
import dev.cairn.codec.JsonException;
import dev.cairn.codec.Values;
import dev.cairn.simulated.world.Codec;

/// Lets the simulated world write JSON without knowing the codec.
final class JsonLines implements Codec {
  @Override
  public String write(Value value) {
    return Json.canonical(Values.encode(value));
  }

  @Override
  public Value read(String json) {
    try {
      return Values.decode(Json.read(json));
    } catch (JsonException | CodecException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
