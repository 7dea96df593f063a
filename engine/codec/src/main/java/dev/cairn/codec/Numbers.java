package dev.cairn.codec;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as ECMAScript's `Number::toString` writes them, which RFC 8785 requires.
final class Numbers {
  private Numbers() {}

  static String ecmaScript(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no form for a number that is not finite");
    }
    if (number == 0) {
      return "0";
    }
    return (number < 0 ? "-" : "") + positive(Math.abs(number));
  }

  private static String positive(double number) {
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int count = digits.length();
    int point = count - shortest.scale();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String exponent = (point > 0 ? "e+" : "e") + (point - 1);
    return count == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
  }

  /// Java writes the fewest digits that tell a double from its neighbours, but at least two;
  /// ECMAScript writes one where one is enough.
  private static BigDecimal shortest(double number) {
    BigDecimal digits = new BigDecimal(Double.toString(number));
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == number ? one : digits;
  }
}
