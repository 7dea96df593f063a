package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
  private static final Value UNKNOWN =
      new Value.Unknown(
          Shape.Scalar.STRING,
          new Residual.Attribute(new AttributeRef(Address.of("db"), Path.of("ipAddress"))));

  private static Value text(String text) {
    return Value.text(text);
  }

  private static Value list(String... texts) {
    return new Value.Items(Arrays.stream(texts).<Value>map(Value::text).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "512m,512m",
    "512M,512m",
    "512mb,512m",
    "0.5g,512m",
    "536870912,512m",
    "1024m,1g",
    "1000,1000b",
    "-1,-1"
  })
  void oneSizeHasOneNormalForm(String written, String normal) {
    assertThat(Size.BYTES.normal(text(written))).isEqualTo(text(normal));
    assertThat(Size.BYTES.fromApi(Size.BYTES.toApi(text(normal)))).hasValue(text(normal));
  }

  @ParameterizedTest
  @CsvSource({
    "60s,1m",
    "1m,1m",
    "1m0s,1m",
    "1500ms,1s500ms",
    "1.5s,1s500ms",
    "90m,1h30m",
    "300us,300us"
  })
  void oneDurationHasOneNormalForm(String written, String normal) {
    assertThat(Span.NANOS.normal(text(written))).isEqualTo(text(normal));
    assertThat(Span.NANOS.fromApi(Span.NANOS.toApi(text(normal)))).hasValue(text(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1 m", "m", "1x", "1m!"})
  void whatIsNoDurationIsNotUnderstood(String written) {
    assertThat(Span.NANOS.understands(text(written))).isFalse();
  }

  @Test
  void processorsAreANumberHoweverTheyAreWritten() {
    assertThat(Cpus.NANO.normal(text("1.50"))).isEqualTo(new Value.Decimal(1.5));
    assertThat(Cpus.NANO.normal(new Value.Whole(2))).isEqualTo(new Value.Decimal(2));
    assertThat(Cpus.NANO.toApi(new Value.Decimal(0.1))).isEqualTo(new Value.Whole(100_000_000));
  }

  @Test
  void aCommandIsSplitAsAShellDoes() {
    assertThat(Texts.COMMAND.normal(text("sh -c 'a  \"b\"' \"x y\" c\\ d ''")))
        .isEqualTo(list("sh", "-c", "a  \"b\"", "x y", "c d", ""));
  }

  @Test
  void capabilitiesHaveOneSpelling() {
    Texts capabilities = new Texts(false, true, Spellings::capability);
    assertThat(capabilities.normal(list("net_admin", "CAP_NET_ADMIN", "all")))
        .isEqualTo(list("ALL", "NET_ADMIN"));
  }

  @Test
  void anEnvironmentInListFormKeepsWhatIsUnknownApart() {
    Value joined =
        new Value.Unknown(Shape.Scalar.STRING, new Residual.Joined(List.of(text("DB="), UNKNOWN)));
    Value normal = Pairs.ENVIRONMENT.normal(new Value.Items(List.of(text("A=b=c"), joined)));
    Value rest =
        new Value.Unknown(Shape.Scalar.STRING, new Residual.Joined(List.of(text(""), UNKNOWN)));
    assertThat(normal).isEqualTo(Value.Fields.of(Map.of("A", text("b=c"), "DB", rest)));
  }

  @Test
  void aVariableOfTheEnvironmentWithoutAValueIsNotUnderstood() {
    Value normal = Pairs.ENVIRONMENT.normal(list("A"));
    assertThat(Pairs.ENVIRONMENT.understands(normal)).isFalse();
  }

  @Test
  void aSensitiveVariableStaysSensitiveInTheCallAndIsFoundAgainByItsOrigin() {
    Residual origin = new Residual.Secret("env:S");
    Value api =
        Pairs.ENVIRONMENT.toApi(Value.Fields.of("S", new Value.Sensitive(text("secret"), origin)));
    Value.Sensitive item = (Value.Sensitive) ((Value.Items) api).items().getFirst();
    assertThat(item.inner()).isEqualTo(text("S=secret"));
    assertThat(item.origin())
        .isEqualTo(
            new Residual.Joined(
                List.of(text("S="), new Value.Unknown(Shape.Scalar.STRING, origin))));
    assertThat(api.toString()).doesNotContain("secret");
  }

  @Test
  void anUnknownVariableIsOneUnknownTextInTheCall() {
    Value api = Pairs.ENVIRONMENT.toApi(Value.Fields.of("DB", UNKNOWN));
    assertThat(((Value.Items) api).items())
        .containsExactly(
            new Value.Unknown(
                Shape.Scalar.STRING, new Residual.Joined(List.of(text("DB="), UNKNOWN))));
  }

  @Test
  void theFirstColonEndsAHostName() {
    assertThat(ExtraHosts.LIST.normal(list("v6:fd00::1", "db=10.0.0.5", "six=[fd00::2]")))
        .isEqualTo(list("db:10.0.0.5", "six:fd00::2", "v6:fd00::1"));
  }

  @Test
  void aSingleLimitIsSoftAndHard() {
    Value both =
        Value.Fields.of(Map.of("soft", new Value.Whole(1024), "hard", new Value.Whole(1024)));
    Value normal = Ulimits.BY_NAME.normal(Value.Fields.of("nofile", new Value.Whole(1024)));
    assertThat(normal).isEqualTo(Value.Fields.of("nofile", both));
    assertThat(Ulimits.BY_NAME.fromApi(Ulimits.BY_NAME.toApi(normal))).hasValue(normal);
  }

  @Test
  void aHealthCheckThatIsDisabledIsNone() {
    assertThat(Healthcheck.CHECK.normal(Value.Fields.of("disable", new Value.Flag(true))))
        .isEqualTo(Value.Fields.of("test", list("NONE")));
  }

  @Test
  void aHealthCheckWithoutTheFirstWordIsNotUnderstood() {
    assertThat(Healthcheck.CHECK.understands(Value.Fields.of("test", list("curl", "-f"))))
        .isFalse();
  }
}
