package dev.cairn.codec;

import dev.cairn.api.value.Value;

/// Decimals that plain JSON would not give back as they are: `2.0` is `{"$number": 2}`; minus zero
/// and what is not finite are texts in there.
final class Decimals {
  private Decimals() {}

  static Value plain(Value.Decimal decimal) {
    double number = decimal.number();
    if (!Double.isFinite(number) || (number == 0 && 1 / number < 0)) {
      return Value.Fields.of("$number", new Value.Text(Double.toString(number)));
    }
    String text = Numbers.ecmaScript(number);
    boolean decimalPoint = text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
    return decimalPoint ? decimal : Value.Fields.of("$number", decimal);
  }

  static Value read(Value inner) {
    return switch (inner) {
      case Value.Whole(long number) -> new Value.Decimal(number);
      case Value.Decimal decimal -> decimal;
      case Value.Text(String text) -> new Value.Decimal(parse(text));
      default -> throw new CodecException("a number is expected");
    };
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new CodecException("a number is expected");
    }
  }
}
