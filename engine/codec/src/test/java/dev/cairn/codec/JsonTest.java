package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  /// The samples of RFC 8785, appendix B.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "ffefffffffffffff,-1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "41b3de4355555556,333333333.3333334",
    "41b3de4355555557,333333333.33333343",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2",
    "0000000000000002,1e-323",
  })
  void numbersAreWrittenAsInEcmaScript(String bits, String written) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(Json.canonical(new Value.Decimal(number))).isEqualTo(written);
  }

  @Test
  void keysAreOrderedByTheirUtf16Units() {
    Value value =
        Value.Fields.of(
            Map.of(
                "\u20ac", new Value.Whole(1),
                "\r", new Value.Whole(2),
                "\ufb33", new Value.Whole(3),
                "1", new Value.Whole(4),
                "\ud83d\ude00", new Value.Whole(5),
                "\u0080", new Value.Whole(6),
                "\u00f6", new Value.Whole(7)));
    assertThat(Json.canonical(value))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,"
                + "\"\ufb33\":3}");
  }

  @Test
  void textIsEscapedAsLittleAsPossible() {
    assertThat(Json.canonical(new Value.Text("\u20ac$\u000F\nA'B\"\\\"/\u007f\ud800")))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\\ud800\"");
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    String text = "{\"a\":[1,2.5,true,\"x\",{}],\"b\":{\"c\":[]},\"long\":9223372036854775807}";
    assertThat(Json.canonical(Json.read(text))).isEqualTo(text);
    assertThat(Json.read(Json.pretty(Json.read(text)))).isEqualTo(Json.read(text));
  }

  @Test
  void nullFieldsAreAbsent() {
    assertThat(Json.read("{\"a\": null, \"b\": 1}"))
        .isEqualTo(Value.Fields.of("b", new Value.Whole(1)));
  }

  @Test
  void wholeNumbersAreNotDecimals() {
    assertThat(Json.read("[1, 1.0, 1e0, 12345678901234567890]"))
        .isEqualTo(
            new Value.Items(
                List.of(
                    new Value.Whole(1),
                    new Value.Decimal(1),
                    new Value.Decimal(1),
                    new Value.Decimal(1.2345678901234567e19))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[null]",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "[1,]",
        "{\"a\" 1}",
        "1e999",
        "[1",
        "NaN",
        "'a'",
        "01"
      })
  void whatIsNoDocumentIsRefused(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void aProblemHasALineAndAColumn() {
    assertThatThrownBy(() -> Json.read("{\n  \"a\": nil\n}"))
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.column()).isBetween(8, 12);
            });
  }

  @Test
  void peopleReadOneFieldALine() {
    assertThat(Json.pretty(Json.read("{\"b\":[1,2],\"a\":{\"x\":{},\"l\":[{\"k\":1}]}}")))
        .isEqualTo(
            """
            {
              "a": {
                "l": [
                  {
                    "k": 1
                  }
                ],
                "x": {}
              },
              "b": [1, 2]
            }
            """);
  }

  @Test
  void aLongListTakesOneLineForEachElement() {
    Value list =
        new Value.Items(List.of(new Value.Text("x".repeat(60)), new Value.Text("y".repeat(30))));
    assertThat(Json.pretty(list)).hasLineCount(4);
  }

  @Test
  void anUnknownValueHasNoJsonByItself() {
    assertThatThrownBy(() -> Json.canonical(new Value.Sensitive(new Value.Text("hunter2"), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }
}
