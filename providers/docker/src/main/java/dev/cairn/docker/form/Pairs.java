package dev.cairn.docker.form;

import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names with texts: a map, or a list of `NAME=text`. The normal form is the map.
///
/// @param separator between a name and its text in the list form
/// @param listed whether the API has the list form
public record Pairs(char separator, boolean listed) implements Form {
  public static final Pairs MAP = new Pairs('=', false);
  public static final Pairs ENVIRONMENT = new Pairs('=', true);

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            switch (value) {
              case Value.Items(List<Value> items) -> map(items).orElse(value);
              case Value.Fields(SortedMap<String, Value> fields) -> {
                SortedMap<String, Value> texts = new TreeMap<>();
                fields.forEach((name, text) -> texts.put(name, scalarAsText(text)));
                yield new Value.Fields(texts);
              }
              default -> value;
            });
  }

  private static Value scalarAsText(Value value) {
    return value.revealed() instanceof Value.Unknown ? value : Known.asText(value);
  }

  private Optional<Value> map(List<Value> items) {
    SortedMap<String, Value> map = new TreeMap<>();
    for (Value item : items) {
      if (!put(map, item)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Value.Fields(map));
  }

  private boolean put(SortedMap<String, Value> map, Value item) {
    return switch (item) {
      case Value.Text(String text) when text.indexOf(separator) > 0 -> {
        int at = text.indexOf(separator);
        map.put(text.substring(0, at), Value.text(text.substring(at + 1)));
        yield true;
      }
      case Value.Unknown(Shape shape, Residual.Joined(List<Value> parts))
          when parts.getFirst() instanceof Value.Text(String text)
              && text.indexOf(separator) > 0 -> {
        int at = text.indexOf(separator);
        List<Value> rest = new ArrayList<>(parts);
        rest.set(0, Value.text(text.substring(at + 1)));
        map.put(text.substring(0, at), new Value.Unknown(shape, new Residual.Joined(rest)));
        yield true;
      }
      default -> false;
    };
  }

  @Override
  public Value toApi(Value normal) {
    if (!listed || !(normal.revealed() instanceof Value.Fields(var fields))) {
      return normal;
    }
    List<Value> items = new ArrayList<>();
    fields.forEach((name, text) -> items.add(Known.prefixed(name + separator, text)));
    return new Value.Items(items);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return Optional.of(api == null ? Value.Fields.EMPTY : normal(api));
  }

  @Override
  public boolean understands(Value normal) {
    return normal.revealed() instanceof Value.Fields;
  }

  @Override
  public boolean late() {
    return !listed;
  }
}
