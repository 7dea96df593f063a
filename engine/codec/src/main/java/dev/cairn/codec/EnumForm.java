package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// An enum in camel case: `CREATE_FIRST` is `createFirst`.
record EnumForm(Map<String, Enum<?>> constants) implements Form {
  static EnumForm of(Class<?> type) {
    Map<String, Enum<?>> constants = new TreeMap<>();
    for (Object constant : type.getEnumConstants()) {
      Enum<?> each = (Enum<?>) constant;
      constants.put(camel(each), each);
    }
    return new EnumForm(constants);
  }

  private static String camel(Enum<?> constant) {
    StringBuilder out = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      out.append(out.isEmpty() ? word : Names.capitalised(word));
    }
    return out.toString();
  }

  @Override
  public Value write(Object object) {
    return new Value.Text(camel((Enum<?>) object));
  }

  @Override
  public Object read(Value plain) {
    Enum<?> constant = plain instanceof Value.Text(String text) ? constants.get(text) : null;
    if (constant == null) {
      throw new CodecException("expected is one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }
}
