package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final Residual ID =
      new Residual.Attribute(
          new AttributeRef(Address.parse("edge[\"a.b\"].vpc"), Path.of("tags", "a b")));
  private static final Hmac HMAC = new Hmac(new byte[32]);

  static Stream<Value> values() {
    Shape shape =
        new Shape.ObjectOf(
            new TreeMap<>(
                Map.of(
                    "list", new Shape.ListOf(Shape.Scalar.INT, false),
                    "set", new Shape.ListOf(Shape.Scalar.STRING, true),
                    "map", new Shape.MapOf(new Shape.RefTo(new TypeName("aws", "vpc"))))),
            Set.of("map"));
    return Stream.of(
        new Value.Text("plain"),
        new Value.Whole(2),
        new Value.Decimal(2),
        new Value.Decimal(2.5),
        new Value.Decimal(-0.0),
        new Value.Decimal(1e21),
        new Value.Decimal(Double.NaN),
        new Value.Flag(false),
        new Value.Items(List.of(Value.Fields.EMPTY, new Value.Decimal(3))),
        Value.Fields.of(Map.of("$ref", new Value.Text("x"), "$$", new Value.Whole(1))),
        Value.Fields.of("$ref", new Value.Text("mine")),
        new Value.Ref(Address.of("engine", "a\"b")),
        new Value.Unknown(Shape.Scalar.STRING, ID),
        new Value.Unknown(
            shape,
            new Residual.Expression(
                "vpc.id + x", Value.Fields.of("vpc", new Value.Unknown(Shape.Scalar.ANY, ID)))),
        new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Joined(
                List.of(new Value.Text("a"), new Value.Unknown(Shape.Scalar.INT, ID)))),
        new Value.Sensitive(new Value.Unknown(Shape.Scalar.STRING, ID), null));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueIsReadAgainAsItWas(Value value) {
    String text = Json.canonical(Values.encode(value));
    assertThat(Values.decode(Json.read(text))).isEqualTo(value);
  }

  @Test
  void plainValuesAreWrittenPlainly() {
    Value value = Value.Fields.of(Map.of("a", new Value.Decimal(2), "$b", new Value.Whole(2)));
    assertThat(Json.canonical(Values.encode(value))).isEqualTo("{\"$$b\":2,\"a\":{\"$number\":2}}");
  }

  @Test
  void aSensitiveValueIsWrittenAsItsFingerprintAndItsOrigin() {
    Value secret = new Value.Sensitive(new Value.Text("hunter2"), new Residual.Secret("env:PW"));
    String text = Json.canonical(Values.encode(secret, Seal.by(HMAC)));
    assertThat(text).doesNotContain("hunter2").contains("env:PW").contains("hmac");

    Value read = Values.decode(Json.read(text));
    Sealed sealed = Sealed.of(read).orElseThrow();
    assertThat(sealed.origin()).isEqualTo(new Residual.Secret("env:PW"));
    assertThat(sealed.matches(new Value.Text("hunter2"), Seal.by(HMAC))).isTrue();
    assertThat(sealed.matches(secret, Seal.by(HMAC))).isTrue();
    assertThat(sealed.matches(new Value.Text("hunter3"), Seal.by(HMAC))).isFalse();
    assertThat(Json.canonical(Values.encode(read))).isEqualTo(text);
  }

  @Test
  void withoutAKeyASensitiveValueIsAMarkThatMatchesNothing() {
    Value secret = new Value.Sensitive(new Value.Text("hunter2"), null);
    String text = Json.canonical(Values.encode(secret));
    assertThat(text).isEqualTo("{\"$sensitive\":{}}");
    Sealed sealed = Sealed.of(Values.decode(Json.read(text))).orElseThrow();
    assertThat(sealed.matches(secret, Seal.by(HMAC))).isFalse();
    assertThat(Json.canonical(Values.encode(sealed.value()))).isEqualTo(text);
  }

  @Test
  void theSecretPartsOfAHalfKnownContainerStaySealed() {
    Value half =
        new Value.Sensitive(
            Value.Fields.of(
                Map.of(
                    "password", new Value.Text("hunter2"),
                    "host", new Value.Unknown(Shape.Scalar.STRING, ID))),
            null);
    String text = Json.canonical(Values.encode(half, Seal.by(HMAC)));
    assertThat(text).doesNotContain("hunter2");
    assertThat(Values.decode(Json.read(text)).reads()).hasSize(1);
  }

  @Test
  void theFingerprintOfAContainerDoesNotDependOnTheMarksInIt() {
    Value plain = Value.Fields.of("a", new Value.Text("x"));
    Value marked = Value.Fields.of("a", new Value.Sensitive(new Value.Text("x"), null));
    assertThat(HMAC.of(plain)).isEqualTo(HMAC.of(marked)).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"$ref\":1}}",
        "{\"a\":{\"$odd\":1}}",
        "{\"a\":{\"$ref\":\"x\",\"b\":1}}",
        "{\"a\":{\"$unknown\":{\"type\":\"string\"}}}",
        "{\"a\":{\"$unknown\":{\"type\":\"strong\",\"secret\":\"env:A\"}}}",
        "{\"a\":{\"$number\":\"many\"}}",
        "{\"a\":{\"$ref\":\"a b\"}}"
      })
  void aDamagedValueIsRefusedWithItsPath(String text) {
    assertThatThrownBy(() -> Values.decode(Json.read(text)))
        .isInstanceOfSatisfying(CodecException.class, e -> assertThat(e.path()).startsWith("a"));
  }
}
