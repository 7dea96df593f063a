package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Directories in memory: `/run`, `/run:size=1m`, a list of these, or a map from the directory to
/// its options, which is the normal form.
public enum Tmpfs implements Form {
  BY_DIRECTORY;

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            switch (value) {
              case Value.Text text -> map(List.of(text));
              case Value.Items(List<Value> items)
                  when items.stream().allMatch(Value.Text.class::isInstance) ->
                  map(items);
              default -> value;
            });
  }

  private static Value map(List<Value> items) {
    SortedMap<String, Value> map = new TreeMap<>();
    for (Value item : items) {
      String text = String.valueOf(Known.scalar(item));
      int at = text.indexOf(':');
      map.put(
          at < 0 ? text : text.substring(0, at), Value.text(at < 0 ? "" : text.substring(at + 1)));
    }
    return new Value.Fields(map);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return Optional.of(api == null ? Value.Fields.EMPTY : api);
  }

  @Override
  public boolean understands(Value normal) {
    return normal.revealed() instanceof Value.Fields;
  }
}
