package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A number of processors: `1.5`, `"1.50"`, `2`. The normal form is a decimal number; the API has
/// billionths.
public enum Cpus implements Form {
  NANO;

  private static final double UNIT = 1e9;

  @Override
  public Value normal(Value written) {
    return Known.map(written, value -> number(value).<Value>map(Value.Decimal::new).orElse(value));
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(
        normal, value -> new Value.Whole(Math.round(number(value).orElse(0.0) * UNIT)));
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return api instanceof Value.Whole(long number) && number != 0
        ? Optional.of(new Value.Decimal(number / UNIT))
        : Optional.empty();
  }

  @Override
  public boolean understands(Value normal) {
    return number(normal.revealed()).filter(number -> number > 0).isPresent();
  }

  private static Optional<Double> number(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> Optional.of((double) number);
      case Value.Decimal(double number) -> Optional.of(number);
      case Value.Text(String text) when text.matches("\\d+(\\.\\d+)?") ->
          Optional.of(Double.valueOf(text));
      default -> Optional.empty();
    };
  }
}
