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
      case Value.Text(String text) when text.indexOf(separator) > 0 ->
          put(map, text, Value.text(text.substring(text.indexOf(separator) + 1)));
      case Value.Unknown(Shape shape, Residual.Joined(List<Value> parts))
          when start(parts).indexOf(separator) > 0 ->
          put(map, start(parts), new Value.Unknown(shape, rest(parts)));
      case Value.Sensitive(Value inner, Residual.Joined(List<Value> parts))
          when start(parts).indexOf(separator) > 0 ->
          put(map, start(parts), new Value.Sensitive(behind(inner, parts), rest(parts)));
      default -> false;
    };
  }

  private boolean put(SortedMap<String, Value> map, String start, Value value) {
    map.put(start.substring(0, start.indexOf(separator)), value);
    return true;
  }

  /// The text that parts begin with; a name is read from what is known and in clear alone.
  private static String start(List<Value> parts) {
    return parts.getFirst() instanceof Value.Text(String text) ? text : "";
  }

  private Residual.Joined rest(List<Value> parts) {
    String start = start(parts);
    List<Value> rest = new ArrayList<>(parts);
    rest.set(0, Value.text(start.substring(start.indexOf(separator) + 1)));
    return new Residual.Joined(rest);
  }

  private Value behind(Value inner, List<Value> parts) {
    return inner instanceof Value.Text(String text)
        ? Value.text(text.substring(start(parts).indexOf(separator) + 1))
        : new Value.Unknown(Shape.Scalar.STRING, rest(parts));
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
