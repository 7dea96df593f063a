package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Scalars that are the same in every form.
public enum Scalars implements Form {
  TEXT,
  FLAG,
  /// A number for which the engine reports 0 where it is not set.
  WHOLE,
  /// A number for which the engine reports nothing, 0 or less where there is no limit.
  LIMIT {
    @Override
    public Value normal(Value written) {
      return Known.map(
          written,
          value -> value instanceof Value.Whole(long number) && number <= 0 ? NO_LIMIT : value);
    }

    @Override
    public Optional<Value> fromApi(@Nullable Value api) {
      return Optional.of(api instanceof Value.Whole(long number) && number > 0 ? api : NO_LIMIT);
    }
  };

  private static final Value NO_LIMIT = new Value.Whole(-1);

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return switch (api) {
      case Value.Text(String text) when text.isEmpty() -> Optional.empty();
      case Value.Whole(long number) when number == 0 -> Optional.empty();
      case null, default -> Optional.ofNullable(api);
    };
  }

  /// A text with one spelling.
  public static Form spelled(UnaryOperator<String> canonical) {
    return new Form() {
      @Override
      public Value normal(Value written) {
        return Known.text(written, canonical);
      }

      @Override
      public Optional<Value> fromApi(@Nullable Value api) {
        return TEXT.fromApi(api).map(this::normal);
      }
    };
  }
}
