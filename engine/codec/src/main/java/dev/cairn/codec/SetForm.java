package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A set: sorted ones in their order, others by the order of what is written.
record SetForm(Form element) implements Form {
  @Override
  public Value write(Object object) {
    var written = ((Set<?>) object).stream().map(element::write);
    return new Value.Items(
        object instanceof SortedSet<?>
            ? written.toList()
            : written.sorted(Comparator.comparing(Json::canonical)).toList());
  }

  @Override
  public Object read(Value plain) {
    List<Object> elements = ListForm.elements(element, plain);
    Set<Object> set = new TreeSet<>(elements);
    if (set.size() != elements.size()) {
      throw new CodecException("an element is there twice");
    }
    return set;
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(new TreeSet<>());
  }
}
