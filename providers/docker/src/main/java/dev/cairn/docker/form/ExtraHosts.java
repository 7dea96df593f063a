package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Additional host names: `["db:10.0.0.5", "v6=[fd00::1]"]` or a map. The normal form is a sorted
/// list of `NAME:ADDRESS`; the first colon ends the name.
public enum ExtraHosts implements Form {
  LIST;

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            switch (value) {
              case Value.Items(List<Value> items) ->
                  sorted(items.stream().map(item -> Known.text(item, ExtraHosts::entry)).toList());
              case Value.Fields(SortedMap<String, Value> fields) -> {
                List<Value> entries = new ArrayList<>();
                fields.forEach((name, address) ->
                    entries.add(Known.prefixed(name + ":", Known.text(address, ExtraHosts::bare))));
                yield sorted(entries);
              }
              default -> value;
            });
  }

  private static Value sorted(List<Value> entries) {
    return new Value.Items(entries.stream().distinct().sorted(Order.BY_TEXT).toList());
  }

  private static String entry(String text) {
    int equals = text.indexOf('=');
    int colon = text.indexOf(':');
    int at = equals > 0 && (colon < 0 || equals < colon) ? equals : colon;
    return at <= 0 ? text : text.substring(0, at) + ":" + bare(text.substring(at + 1));
  }

  private static String bare(String address) {
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return Optional.of(api == null ? Value.Items.EMPTY : normal(api));
  }

  @Override
  public boolean understands(Value normal) {
    return Known.items(normal).stream()
        .allMatch(item ->
            item instanceof Value.Unknown
                || (item.revealed() instanceof Value.Text(String text) && text.indexOf(':') > 0));
  }
}
