package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.secret;
import static dev.cairn.core.expression.Fixture.unknown;
import static dev.cairn.core.expression.Fixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final SourceRange PLACE = new SourceRange("f.yaml", 1, 1, 1, 2);
  private static final Shape ANY = Shape.Scalar.ANY;
  private static final Shape HOST = new Shape.RefTo(TypeName.parse("docker.host"));
  private final Environment environment =
      environment(
          Map.of(
              "vars",
                  fields(
                      "n",
                      2,
                      "d",
                      2.0,
                      "on",
                      true,
                      "list",
                      List.of("b", "a"),
                      "token",
                      secret("token", "hush")),
              "each", fields("key", "a"),
              "vpc", fields("id", unknown("vpc", "id")),
              "engine", fields("a", fields("id", "1"), "b", fields("id", "2"))));

  @Test
  void unknownElementsLeaveTheirSiblingsKnown() {
    Term term =
        mapping("list", sequence(scalar("${vpc.id}"), scalar("k")), "n", scalar("${vars.n}"));
    assertThat(evaluate(term, ANY))
        .contains(fields("list", List.of(unknown("vpc", "id"), "k"), "n", 2));
  }

  @Test
  void omittedElementsAreDropped() {
    Term term =
        mapping(
            "a", scalar("${omit()}"),
            "b", sequence(scalar("x"), scalar("${vars.on ? omit() : 'y'}")));
    assertThat(evaluate(term, ANY)).contains(fields("b", List.of("x")));
    assertThat(evaluate(scalar("${omit()}"), ANY)).isEmpty();
    assertThatThrownBy(() -> evaluate(scalar("a${omit()}"), ANY)).hasMessageContaining("CRN1317");
  }

  @Test
  void mixedTextTakesScalarsInTheirShortestForm() {
    assertThat(evaluate(scalar("${vars.n}/${vars.d}/${vars.on}"), ANY)).contains(value("2/2/true"));
    assertThatThrownBy(() -> evaluate(scalar("a ${vars.list}"), ANY))
        .hasMessageContaining("CRN1310");
  }

  @Test
  void mixedTextWithAnUnknownIsJoinedLater() {
    assertThat(evaluate(scalar("a${vars.n}b${vpc.id}c"), ANY))
        .contains(
            new Value.Unknown(
                Shape.Scalar.STRING,
                new Residual.Joined(
                    List.of(Value.text("a2b"), unknown("vpc", "id"), Value.text("c")))));
  }

  @Test
  void mixedTextWithASecretIsSensitive() {
    Value.Sensitive value =
        (Value.Sensitive) evaluate(scalar("t=${vars.token}"), ANY).orElseThrow();
    assertThat(value.inner()).isEqualTo(value("t=hush"));
    assertThat(value.origin())
        .isEqualTo(new Residual.Joined(List.of(Value.text("t="), secret("token", "hush"))));
  }

  @Test
  void whereAResourceIsExpectedABareNameIsAReferenceToIt() {
    assertThat(evaluate(scalar("${vpc}"), HOST)).contains(new Value.Ref(Address.of("vpc")));
    Value a = new Value.Ref(Address.of("engine", "a"));
    assertThat(evaluate(scalar("${engine[\"a\"]}"), HOST)).contains(a);
    assertThat(evaluate(scalar("${engine[each.key]}"), HOST)).contains(a);
    assertThat(
            evaluate(
                sequence(scalar("${engine['a']}"), scalar("${engine['b']}")),
                new Shape.ListOf(HOST, false)))
        .contains(new Value.Items(List.of(a, new Value.Ref(Address.of("engine", "b")))));
    assertThatThrownBy(() -> evaluate(scalar("${vpc.id}"), HOST)).hasMessageContaining("CRN1320");
    assertThatThrownBy(() -> evaluate(scalar("${engine['c']}"), HOST))
        .hasMessageContaining("CRN1303");
  }

  @Test
  void setsAreSortedAndHaveEachElementOnce() {
    Shape set = new Shape.ListOf(Shape.Scalar.STRING, true);
    assertThat(evaluate(scalar("${vars.list}"), set)).contains(value(List.of("a", "b")));
    assertThat(evaluate(sequence(scalar("b"), scalar("${vpc.id}"), scalar("a")), set))
        .contains(value(List.of("a", "b", unknown("vpc", "id"))));
    assertThatThrownBy(() -> evaluate(sequence(scalar("b"), scalar("b")), set))
        .hasMessageContaining("CRN1319");
  }

  @Test
  void anUnknownOfNoShapeTakesTheExpectedOne() {
    Term term = scalar("${vpc.id == 'a' ? engine.map(k, k)[0] : engine.map(k, k)[1]}");
    assertThat(((Value.Unknown) evaluate(term, ANY).orElseThrow()).shape()).isEqualTo(ANY);
    assertThat(((Value.Unknown) evaluate(term, Shape.Scalar.STRING).orElseThrow()).shape())
        .isEqualTo(Shape.Scalar.STRING);
  }

  @Test
  void aTermReadsWhatItsExpressionsRead() {
    Term term =
        mapping("a", scalar("x ${vpc.id}"), "b", sequence(scalar("${engine[each.key].id}")));
    assertThat(Terms.reads(term, environment))
        .containsExactly(
            new Reference("each", List.of("key")),
            new Reference("engine", List.of("a", "id")),
            new Reference("vpc", List.of("id")));
    assertThat(Terms.reads(term)).contains(new Reference("engine", List.of()));
  }

  private Optional<Value> evaluate(Term term, Shape expected) {
    return Terms.evaluate(term, expected, environment);
  }

  static Term scalar(String text) {
    SourceRange range = new SourceRange("f.yaml", 1, 1, 1, 1 + text.length());
    return Scalars.parse(
        text,
        range,
        false,
        problem -> {
          throw new AssertionError(problem);
        });
  }

  static Term sequence(Term... items) {
    return new Term.Sequence(Arrays.asList(items), PLACE);
  }

  static Term mapping(Object... pairs) {
    Map<String, Term> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Term) pairs[i + 1]);
    }
    return new Term.Mapping(fields, Map.of(), PLACE);
  }
}
