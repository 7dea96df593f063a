package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.secret;
import static dev.cairn.core.expression.Fixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTest {
  private final Environment environment =
      environment(
          Map.of(
              "vars", fields("region", "eu", "password", secret("password", "hush"), "n", 1),
              "each", fields("key", "b", "value", 2),
              "zones", fields("names", List.of("x", "y")),
              "vpc",
                  fields(
                      "id",
                      unknown("vpc", "id"),
                      "cidrBlock",
                      "10.0.0.0/16",
                      "tags",
                      unknown(new Shape.MapOf(Shape.Scalar.STRING), "vpc", "tags")),
              "subnet",
                  fields(
                      "a", fields("id", "subnet-a"),
                      "b", fields("id", unknown("subnet[\"b\"]", "id"))),
              "job",
                  fields(
                      "list",
                      new Value.Unknown(
                          new Shape.ListOf(Shape.Scalar.INT, false),
                          new Residual.Attribute(Fixture.ref("job", "list"))))));

  @Test
  void aKnownLeafIsItsValue() {
    assertThat(evaluate("vars.region")).isEqualTo(Value.text("eu"));
    assertThat(evaluate(" vpc . cidrBlock ")).isEqualTo(Value.text("10.0.0.0/16"));
    assertThat(evaluate("subnet[\"a\"].id")).isEqualTo(Value.text("subnet-a"));
    assertThat(evaluate("zones.names[1]")).isEqualTo(Value.text("y"));
    assertThat(evaluate("zones.names[vars.n]")).isEqualTo(Value.text("y"));
  }

  @Test
  void anUnknownLeafIsThatLeaf() {
    assertThat(evaluate("vpc.id")).isEqualTo(unknown("vpc", "id"));
    assertThat(evaluate("subnet[each.key].id")).isEqualTo(unknown("subnet[\"b\"]", "id"));
  }

  @Test
  void whatLiesBelowAnUnknownMapIsAnAttributeOfTheSameResource() {
    assertThat(evaluate("vpc.tags.Name")).isEqualTo(unknown("vpc", "tags", "Name"));
    assertThat(evaluate("vpc.tags[each.key]")).isEqualTo(unknown("vpc", "tags", "b"));
  }

  @Test
  void anElementOfAnUnknownListIsAnExpressionOverIt() {
    Value list = evaluate("job.list");
    assertThat(evaluate("job . list[ 0 ]"))
        .isEqualTo(
            new Value.Unknown(
                Shape.Scalar.INT,
                new Residual.Expression("job.list[0]", fields("job", fields("list", list)))));
  }

  @Test
  void anUnknownIndexIsAnExpressionOverTheContainerAndTheIndex() {
    assertThat(evaluate("vars.region")).isNotNull();
    Value value = evaluate("zones[vpc.id]");
    assertThat(value)
        .isEqualTo(
            new Value.Unknown(
                Shape.Scalar.ANY,
                new Residual.Expression(
                    "zones[vpc.id]",
                    fields(
                        "zones", fields("names", List.of("x", "y")),
                        "vpc", fields("id", unknown("vpc", "id"))))));
  }

  @Test
  void aContainerKeepsItsUnknownLeaves() {
    assertThat(evaluate("subnet[\"b\"]")).isEqualTo(fields("id", unknown("subnet[\"b\"]", "id")));
  }

  @Test
  void aSensitiveLeafKeepsItsOrigin() {
    Value.Sensitive value = (Value.Sensitive) evaluate("vars.password");
    assertThat(value.origin()).isEqualTo(new Residual.Secret("var:password"));
  }

  @Test
  void whatLiesInASensitiveContainerIsSensitive() {
    Value.Sensitive login =
        new Value.Sensitive(fields("user", "me"), new Residual.Secret("var:login"));
    Value value =
        expression("vars.login.user")
            .evaluate(environment(Map.of("vars", fields("login", login))))
            .orElseThrow();
    assertThat(value).isEqualTo(new Value.Sensitive(Value.text("me"), null));
    assertThat(((Value.Sensitive) value).origin())
        .isEqualTo(
            new Residual.Expression("vars.login.user", fields("vars", fields("login", login))));
  }

  @Test
  void aSensitiveIndexIsNotWrittenIntoTheResidual() {
    Environment sensitive =
        environment(
            Map.of(
                "vars", fields("key", secret("key", "k")),
                "map", fields("k", "found", "l", "other")));
    Value.Sensitive value =
        (Value.Sensitive) expression("map[vars.key]").evaluate(sensitive).orElseThrow();
    assertThat(value.inner()).isEqualTo(Value.text("found"));
    assertThat(((Residual.Expression) value.origin()).cel()).isEqualTo("map[vars.key]");
    assertThat(((Residual.Expression) value.origin()).bindings())
        .isEqualTo(
            fields(
                "vars", fields("key", secret("key", "k")),
                "map", fields("k", "found", "l", "other")));
  }

  @Test
  void theReferenceOfAPlainPathIsStatic() {
    assertThat(expression("subnet[\"a\"].id").reference())
        .contains(new Reference("subnet", List.of("a", "id")));
    assertThat(expression("subnet[each.key].id").reference()).isEqualTo(Optional.empty());
    assertThat(expression("subnet[each.key].id").reads())
        .containsExactly(new Reference("each", List.of("key")), new Reference("subnet", List.of()));
    assertThat(expression("subnet[each.key].id").reads(environment))
        .containsExactly(
            new Reference("each", List.of("key")), new Reference("subnet", List.of("b", "id")));
  }

  @Test
  void whatIsMissingIsNamedWithItsPlace() {
    fails("vpc.cidrblock", "CRN1304", "did you mean `cidrBlock`?");
    fails("subnet[\"c\"].id", "CRN1304", "did you mean `a`?");
    fails("zones.names[2]", "CRN1304", "no element 2 in a list of 2");
    fails("nothing.id", "CRN1303", "`nothing` does not exist here");
  }

  private void fails(String source, String code, String words) {
    assertThatThrownBy(() -> evaluate(source))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            failure ->
                assertThat(failure.diagnostics())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.code()).isEqualTo(code);
                      assertThat(problem.detail() + problem.suggestions()).contains(words);
                      assertThat(problem.range().toString()).isEqualTo("f.yaml:7:5");
                    }));
  }

  private Value evaluate(String source) {
    Expression expression = expression(source);
    assertThat(expression).isInstanceOf(Plain.class);
    return expression.evaluate(environment).orElseThrow();
  }
}
