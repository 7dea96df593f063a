package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A logging driver and its options.
public enum Logging implements Form {
  CONFIGURATION;

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            value instanceof Value.Fields fields
                ? new Renamed(fields)
                    .take("driver", "driver")
                    .take("options", "options", Pairs.MAP::normal)
                    .fields()
                : value);
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(
        normal,
        value ->
            value instanceof Value.Fields fields
                ? new Renamed(fields).take("driver", "Type").take("options", "Config").fields()
                : value);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return api instanceof Value.Fields fields
        ? Optional.of(
            new Renamed(fields)
                .read("Type", "driver", Scalars.TEXT::fromApi)
                .take("Config", "options")
                .fields())
        : Optional.empty();
  }
}
