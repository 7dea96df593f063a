package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class TextsTest {
  @Test
  void numbersAreInTheirShortestForm() {
    assertThat(Texts.number(2)).isEqualTo("2");
    assertThat(Texts.number(0.1)).isEqualTo("0.1");
    assertThat(Texts.number(-1e20)).isEqualTo("-100000000000000000000");
    assertThat(Texts.number(1e21)).isEqualTo("1e+21");
    assertThat(Texts.number(1.5e-9)).isEqualTo("1.5e-9");
    assertThat(Texts.number(-0.0)).isEqualTo("0");
  }

  @Test
  void jsonHasItsKeysInOrder() {
    assertThat(Texts.json(value(Map.of("b", List.of(1, 2.5, true), "a", "x\"\n\u0001"))))
        .isEqualTo("{\"a\":\"x\\\"\\n\\u0001\",\"b\":[1,2.5,true]}");
  }

  @Test
  void yamlIsInBlockStyle() {
    assertThat(
            Texts.yaml(
                value(
                    Map.of(
                        "list", List.of("a", Map.of("k", 1, "l", List.of("x")), List.of(1, 2)),
                        "map", Map.of("on", "yes", "empty", Map.of()),
                        "text", "a: b"))))
        .isEqualTo(
            """
            list:
            - a
            - k: 1
              l:
              - x
            - - 1
              - 2
            map:
              empty: {}
              "on": "yes"
            text: "a: b"
            """);
    assertThat(Texts.yaml(value("x"))).isEqualTo("x\n");
    assertThat(Texts.yaml(value(List.of()))).isEqualTo("[]\n");
  }

  @Test
  void yamlReadsBackAsItWas() {
    Object tree =
        Map.of(
            "a",
            List.of("1", "true", "~", "", " x", "x ", "- y", "#", "k: v", "null", "1.5", "0x1"),
            "b",
            Map.of("c d", List.of(List.of(), Map.of(), List.of(Map.of("e", "f\ng")))),
            "n",
            12,
            "t",
            true,
            "d",
            1.5);
    Object read = new Load(LoadSettings.builder().build()).loadFromString(Texts.yaml(value(tree)));
    assertThat(read).isEqualTo(normal(tree));
  }

  private static Object normal(Object tree) {
    return tree;
  }

  @Test
  void hashesAndBase64AreOfUtf8() {
    assertThat(Texts.base64("ä")).isEqualTo("w6Q=");
    assertThat(Texts.sha256(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
