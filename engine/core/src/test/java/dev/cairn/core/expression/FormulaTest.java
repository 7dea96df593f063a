package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.secret;
import static dev.cairn.core.expression.Fixture.unknown;
import static dev.cairn.core.expression.Fixture.value;
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

class FormulaTest {
  private static final Value ID = unknown("vpc", "id");
  private final Environment environment =
      environment(
          Map.of(
              "vars",
              fields("region", "eu", "on", true, "n", 3, "password", secret("password", "hush!!")),
              "each",
              fields("key", "b"),
              "zones",
              fields("names", List.of("x", "y")),
              "vpc",
              fields("id", ID, "cidrBlock", "10.78.0.0/16", "tags", fields("Name", "v")),
              "subnet",
              fields(
                  "a", fields("id", "subnet-a", "az", "x"),
                  "b", fields("id", unknown("subnet[\"b\"]", "id"), "az", "y"))));

  @Test
  void whatIsKnownIsEvaluated() {
    is("vars.n * 2 + 1", 7);
    is("vars.region == 'eu' ? 'yes' : 'no'", "yes");
    is("zones.names.map(n, n + '!')", List.of("x!", "y!"));
    is("subnet.map(k, subnet[k].az)", List.of("x", "y"));
    is("size(subnet)", 2);
    is("'a' in subnet", true);
    is("has(vpc.tags.Name) && has(vars.n)", true);
    is("vpc.?ipv6.orValue('none')", "none");
    is("vpc.tags[?'x'].orValue('none')", "none");
    is("double(vars.n) / 2.0", 1.5);
    is("{'a': [1, vars.n]}", Map.of("a", List.of(1, 3)));
    is("zones.names.join('-')", "x-y");
    is("nothing.?id.orValue('absent')", "absent");
    is("has(nothing.id)", false);
    is("subnet[each.key].az + '!'", "y!");
    is("subnet[vars.on ? 'a' : 'b'].id + '!'", "subnet-a!");
    is("type(vars.n) == int", true);
  }

  @Test
  void anUnknownLeavesAResidualWithThePartsThatAreRead() {
    assertThat(evaluate("vpc . id+\"-\" +  vars.region"))
        .isEqualTo(
            new Value.Unknown(
                Shape.Scalar.STRING,
                new Residual.Expression(
                    "vpc.id + \"-\" + vars.region",
                    fields("vars", fields("region", "eu"), "vpc", fields("id", ID)))));
  }

  @Test
  void aMacroOverInstancesReadsOnlyWhatItTakesOfEach() {
    Value.Unknown value = (Value.Unknown) evaluate("subnet.map(k, subnet[k].id)");
    assertThat(value.shape()).isEqualTo(new Shape.ListOf(Shape.Scalar.ANY, false));
    assertThat(((Residual.Expression) value.residual()).bindings())
        .isEqualTo(
            fields(
                "subnet",
                fields(
                    "a", fields("id", "subnet-a"),
                    "b", fields("id", unknown("subnet[\"b\"]", "id")))));
    assertThat(value.reads()).containsExactly(Fixture.ref("subnet[\"b\"]", "id"));
  }

  @Test
  void operatorsThatKnownOperandsDecideAreEvaluated() {
    is("false && vpc.id == ''", false);
    is("vpc.id == '' && false", false);
    is("vpc.id == '' || vars.on", true);
    is("vars.on ? 'a' : vpc.id", "a");
    is("vars.on ? vpc.id : 'a'", ID);
    is(
        "vars.n > 2 && vpc.cidrBlock.endsWith('/16') ? subnet['b'].id : vpc.id + 'x'",
        unknown("subnet[\"b\"]", "id"));
    assertThat(evaluate("true && vpc.id == 'x'"))
        .isEqualTo(
            new Value.Unknown(
                Shape.Scalar.BOOL,
                new Residual.Expression("vpc.id == \"x\"", fields("vpc", fields("id", ID)))));
    assertThat(evaluate("vpc.id == 'x' ? 1 : 2").known()).isFalse();
  }

  @Test
  void theSameReadsAreNamedWithTheirIndexes() {
    assertThat(expression("subnet[each.key].id + vpc.tags['Name']").reads())
        .containsExactly(
            new Reference("each", List.of("key")),
            new Reference("subnet", List.of()),
            new Reference("vpc", List.of("tags", "Name")));
    assertThat(expression("subnet[each.key].id + vpc.id").reads(environment))
        .containsExactly(
            new Reference("each", List.of("key")),
            new Reference("subnet", List.of("b", "id")),
            new Reference("vpc", List.of("id")));
    assertThat(expression("subnet.exists(k, subnet[k].id == vpc.id)").reads(environment))
        .contains(
            new Reference("subnet", List.of("a", "id")),
            new Reference("subnet", List.of("b", "id")));
  }

  @Test
  void whatIsMadeFromASecretIsSensitive() {
    Value.Sensitive value = (Value.Sensitive) evaluate("'p=' + vars.password");
    assertThat(value.inner()).isEqualTo(Value.text("p=hush!!"));
    assertThat(value.origin())
        .isEqualTo(
            new Residual.Expression(
                "\"p=\" + vars.password",
                fields("vars", fields("password", secret("password", "hush!!")))));
    assertThat(evaluate("vars.password == 'x' ? 'a' : 'b'")).isInstanceOf(Value.Sensitive.class);
    assertThat(evaluate("vars.password + vpc.id"))
        .isInstanceOfSatisfying(
            Value.Sensitive.class, s -> assertThat(s.inner()).isInstanceOf(Value.Unknown.class));
  }

  @Test
  void aFailureThatInvolvesASecretDoesNotShowIt() {
    assertThatThrownBy(() -> evaluate("cidrHost(vars.password, 1)"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            failure -> assertThat(failure.diagnostics().toString()).doesNotContain("hush"));
    assertThatThrownBy(() -> evaluate("vpc.tags[vars.password]"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            failure -> assertThat(failure.diagnostics().toString()).doesNotContain("hush"));
  }

  @Test
  void secretsAreReadAndMarked() {
    Environment secrets =
        environment(
            Map.of(),
            new Inputs(
                Files.NONE,
                new MachineSecrets(
                    Map.of("TOKEN", "t0ps3cret"), java.nio.file.Path.of(""), Map.of())));
    Value.Sensitive alone =
        (Value.Sensitive) expression("secret('env:TOKEN')").evaluate(secrets).orElseThrow();
    assertThat(alone.inner()).isEqualTo(Value.text("t0ps3cret"));
    assertThat(alone.origin()).isEqualTo(new Residual.Secret("env:TOKEN"));
    Value.Sensitive joined =
        (Value.Sensitive) expression("'x' + secret('env:TOKEN')").evaluate(secrets).orElseThrow();
    assertThat(joined.inner()).isEqualTo(Value.text("xt0ps3cret"));
    assertThat(joined.origin())
        .isEqualTo(new Residual.Expression("\"x\" + secret(\"env:TOKEN\")", Value.Fields.EMPTY));
    assertThatThrownBy(() -> expression("secret('var:x')").evaluate(secrets))
        .hasMessageContaining("CRN1314");
    assertThatThrownBy(() -> expression("secret('env:NONE')").evaluate(secrets))
        .hasMessageContaining("CRN1314");
  }

  @Test
  void omitGivesNothing() {
    assertThat(expression("omit()").evaluate(environment)).isEqualTo(Optional.empty());
    assertThat(expression("vars.on ? omit() : 'a'").evaluate(environment)).isEmpty();
    is("[1, omit(), 2]", List.of(1, 2));
    is("{'a': omit(), 'b': 1}", Map.of("b", 1));
    fails("'a' + omit()", "CRN1308", 9);
  }

  @Test
  void failuresNameTheirPlace() {
    fails("1 / (vars.n - 3)", "CRN1311", 7);
    fails("zones.names[5] + ''", "CRN1304", 16);
    fails("vpc.nope + ''", "CRN1304", 8);
    fails("vars.n +", "CRN1302", 13);
    fails("var.x", "CRN1302", 5);
    fails("null", "CRN1318", 5);
    fails("vpc.?nope", "CRN1305", 5);
    fails("cidrSubnet('10.0.0.0/33', 1, 1)", "CRN1315", 15);
    fails("true ? vpc.nope : vpc.id", "CRN1304", 12);
  }

  private void is(String source, Object expected) {
    assertThat(expression(source)).isInstanceOf(Formula.class);
    assertThat(evaluate(source)).describedAs(source).isEqualTo(value(expected));
  }

  private void fails(String source, String code, int column) {
    assertThatThrownBy(() -> evaluate(source))
        .describedAs(source)
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            failure -> {
              assertThat(failure.diagnostics().getFirst().code()).isEqualTo(code);
              assertThat(failure.diagnostics().getFirst().range().column())
                  .describedAs(source + " " + failure.diagnostics())
                  .isEqualTo(column);
            });
  }

  private Value evaluate(String source) {
    return expression(source).evaluate(environment).orElseThrow();
  }
}
