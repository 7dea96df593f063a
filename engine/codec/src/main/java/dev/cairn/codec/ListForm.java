package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list, in its order.
record ListForm(Form element) implements Form {
  @Override
  public Value write(Object object) {
    return new Value.Items(((List<?>) object).stream().map(element::write).toList());
  }

  @Override
  public Object read(Value plain) {
    return elements(element, plain);
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(List.of());
  }

  static List<Object> elements(Form element, Value plain) {
    if (!(plain instanceof Value.Items(List<Value> items))) {
      throw new CodecException("a list is expected");
    }
    List<Object> read = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      try {
        read.add(element.read(items.get(i)));
      } catch (CodecException e) {
        throw e.under(i);
      }
    }
    return read;
  }
}
