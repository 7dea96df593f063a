package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.TreeMap;

/// A sealed interface of records, told apart by `kind`.
final class SealedForm implements Form {
  static final String KIND = "kind";
  private final Map<String, Class<?>> kinds = new TreeMap<>();
  private final Forms forms;

  SealedForm(Class<?> type, Forms forms) {
    this.forms = forms;
    collect(type);
  }

  private void collect(Class<?> type) {
    for (Class<?> kind : type.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        collect(kind);
      } else if (kinds.put(kind(kind), kind) != null) {
        throw new IllegalArgumentException("two kinds " + kind(kind));
      }
    }
  }

  static String kind(Class<?> type) {
    return Names.uncapitalised(type.getSimpleName());
  }

  @Override
  public Value write(Object object) {
    return forms.of(object.getClass()).write(object);
  }

  @Override
  public Object read(Value plain) {
    Class<?> kind = Values.fields(plain).text(KIND).map(kinds::get).orElse(null);
    if (kind == null) {
      throw new CodecException(KIND, "expected is one of " + String.join(", ", kinds.keySet()));
    }
    return forms.of(kind).read(plain);
  }
}
