package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.ref;
import static dev.cairn.core.expression.Fixture.secret;
import static dev.cairn.core.expression.Fixture.unknown;
import static dev.cairn.core.expression.Fixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidualsTest {
  private static final Secrets SECRETS = source -> "<" + source + ">";
  private final Map<AttributeRef, Value> finished =
      Map.of(
          ref("vpc", "id"), value("vpc-1"),
          ref("vpc", "count"), value(3),
          ref("vpc", "ratio"), value(3));
  private final Environment planned =
      environment(
          Map.of(
              "vars",
              fields("n", 1, "token", secret("token", "hush")),
              "vpc",
              fields(
                  "id", unknown("vpc", "id"),
                  "gone", unknown("vpc", "gone"),
                  "count", unknown(Shape.Scalar.INT, "vpc", "count"))));

  @Test
  void residualsAreEvaluatedFromFinishedSteps() {
    assertThat(resolve(plan("vpc.id"))).isEqualTo(value("vpc-1"));
    assertThat(resolve(plan("vpc.id + '-' + string(vars.n)"))).isEqualTo(value("vpc-1-1"));
    assertThat(resolve(plan("vpc.count > 2 ? vpc.id : 'none'"))).isEqualTo(value("vpc-1"));
    assertThat(
            resolve(
                fields(
                    "list",
                    List.of(
                        "a",
                        new Value.Unknown(
                            Shape.Scalar.STRING,
                            new Residual.Joined(
                                List.of(plan("vpc.id"), value("/"), plan("vpc.count"))))))))
        .isEqualTo(fields("list", List.of("a", "vpc-1/3")));
  }

  @Test
  void secretsAreReadAgain() {
    Value secret = new Value.Unknown(Shape.Scalar.STRING, new Residual.Secret("env:A"));
    assertThat(resolve(new Value.Sensitive(secret, new Residual.Secret("env:A"))))
        .isEqualTo(new Value.Sensitive(value("<env:A>"), null));
    assertThat(resolve(secret)).isInstanceOf(Value.Sensitive.class);
    assertThat(resolve(plan("vars.token + vpc.id")))
        .isEqualTo(new Value.Sensitive(value("hushvpc-1"), null));
  }

  @Test
  void whatIsOmittedAfterAllIsDropped() {
    Value open = plan("vpc.count > 2 ? omit() : 'x'");
    assertThat(resolve(fields("a", open, "b", 1))).isEqualTo(fields("b", 1));
    assertThatThrownBy(() -> resolve(open)).hasMessageContaining("CRN1317");
  }

  @Test
  void anAttributeThatWasLeftUnsetIsAbsent() {
    assertThat(resolve(plan("vpc.?gone.orValue('none') + vpc.id"))).isEqualTo(value("nonevpc-1"));
    assertThat(resolve(plan("has(vpc.gone) ? vpc.gone : 'none'"))).isEqualTo(value("none"));
    assertThatThrownBy(() -> resolve(plan("vpc.gone"))).hasMessageContaining("CRN1316");
    assertThatThrownBy(() -> resolve(plan("vpc.gone + 'x'"))).hasMessageContaining("CRN1304");
  }

  @Test
  void aProviderThatGaveAnotherTypeIsNamed() {
    assertThatThrownBy(() -> resolve(unknown("vpc", "count")))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            failure ->
                assertThat(failure.diagnostics().getFirst().detail())
                    .isEqualTo("the provider gave int for `vpc.count`, its schema says string"));
    assertThat(resolve(unknown(Shape.Scalar.NUMBER, "vpc", "ratio"))).isEqualTo(value(3.0));
  }

  private Value plan(String source) {
    return expression(source).evaluate(planned).orElseThrow();
  }

  private Value resolve(Value value) {
    return Residuals.resolve(value, ref -> Optional.ofNullable(finished.get(ref)), SECRETS);
  }
}
