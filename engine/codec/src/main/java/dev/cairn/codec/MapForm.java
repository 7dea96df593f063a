package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A map whose keys are written as text.
record MapForm(Form key, Form value) implements Form {
  @Override
  public Value write(Object object) {
    SortedMap<String, Value> written = new TreeMap<>();
    ((Map<?, ?>) object).forEach((name, element) -> written.put(name(name), value.write(element)));
    return new Value.Fields(written);
  }

  private String name(Object name) {
    if (key.write(name) instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("the keys of a map are written as text");
  }

  @Override
  public Object read(Value plain) {
    SortedMap<Object, Object> read = new TreeMap<>();
    Values.fields(plain)
        .fields()
        .forEach((name, element) ->
            read.put(
                Form.under(name, () -> key.read(new Value.Text(name))),
                Form.under(name, () -> value.read(element))));
    return read;
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(new TreeMap<>());
  }
}
