package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of texts; a single text is a list of one.
///
/// @param words whether a single text is a command line, split into words as a shell does
/// @param set whether the order has no meaning, and each text is there once
/// @param canonical the one spelling of an element
public record Texts(boolean words, boolean set, UnaryOperator<String> canonical) implements Form {
  public static final Texts COMMAND = new Texts(true, false, text -> text);
  public static final Texts LIST = new Texts(false, false, text -> text);
  public static final Texts SET = new Texts(false, true, text -> text);

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            switch (value) {
              case Value.Text(String text) when words ->
                  new Value.Items(Words.of(text).stream().<Value>map(Value::text).toList());
              case Value.Text text -> normal(List.of(text));
              case Value.Items(List<Value> items) -> normal(items);
              default -> value;
            });
  }

  private Value normal(List<Value> items) {
    Stream<Value> spelled = items.stream().map(item -> Known.text(item, canonical));
    return new Value.Items(
        set ? spelled.distinct().sorted(Order.BY_TEXT).toList() : spelled.toList());
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return Optional.of(api == null ? Value.Items.EMPTY : normal(api));
  }

  @Override
  public boolean understands(Value normal) {
    return normal.revealed() instanceof Value.Items;
  }

  @Override
  public boolean late() {
    return true;
  }
}
