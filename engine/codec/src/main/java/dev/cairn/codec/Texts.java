package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Value;
import java.util.function.Function;

/// Reads things that are written as text.
final class Texts {
  private Texts() {}

  static <T> T read(Function<String, T> parse, Value plain) {
    if (!(plain instanceof Value.Text(String text))) {
      throw new CodecException("a text is expected");
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw new CodecException("the text does not have the form that is expected");
    }
  }

  static Address address(Value plain) {
    return read(Address::parse, plain);
  }

  static String required(Value.Fields fields, String name) {
    return fields.text(name).orElseThrow(() -> new CodecException(name, "a text is expected"));
  }
}
