package dev.cairn.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarsTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void textWithoutExpressionsIsALiteral() {
    assertThat(parse("a $b {c}", false)).isInstanceOf(Term.Literal.class);
  }

  @Test
  void aScalarThatIsOneExpressionIsComputed() {
    Term term = parse("${vpc.id}", false);
    assertThat(term)
        .isInstanceOfSatisfying(
            Term.Computed.class,
            computed -> {
              assertThat(computed.expression().source()).isEqualTo("vpc.id");
              assertThat(computed.expression().range())
                  .isEqualTo(new SourceRange("f.yaml", 3, 12, 3, 18));
            });
  }

  @Test
  void aQuoteShiftsTheColumnByOne() {
    assertThat(((Term.Computed) parse("${vpc.id}", true)).expression().range().column())
        .isEqualTo(13);
  }

  @Test
  void anEscapeInTheScalarWidensThePlaceToTheScalar() {
    SourceRange range = new SourceRange("f.yaml", 1, 1, 1, 20);
    Term term = Scalars.parse("\t${vpc.id}", range, true, problems::add);
    assertThat(((Term.Computed) ((Term.Mixed) term).parts().get(1)).expression().range())
        .isEqualTo(range);
  }

  @Test
  void anExpressionInABlockIsPlacedOnItsLine() {
    SourceRange range = new SourceRange("f.yaml", 5, 9, 8, 1);
    Term term = Scalars.parse("one\n${two}\n", range, false, problems::add);
    assertThat(term).isInstanceOf(Term.Mixed.class);
    assertThat(((Term.Mixed) term).parts().get(1).range().line()).isEqualTo(7);
  }

  @Test
  void textAroundExpressionsIsMixed() {
    Term.Mixed mixed = (Term.Mixed) parse("a${b}c${d.e}", false);
    assertThat(mixed.parts()).hasSize(4);
    assertThat(mixed.parts().getFirst())
        .isEqualTo(new Term.Literal(Value.text("a"), new SourceRange("f.yaml", 3, 10, 3, 11)));
    assertThat(mixed.parts().get(2))
        .isEqualTo(new Term.Literal(Value.text("c"), new SourceRange("f.yaml", 3, 15, 3, 16)));
  }

  @Test
  void aDoubledDollarIsALiteral() {
    assertThat(parse("$${a} $$${b}", false))
        .isInstanceOfSatisfying(
            Term.Literal.class,
            literal -> assertThat(literal.value()).isEqualTo(Value.text("${a} $${b}")));
  }

  @Test
  void bracesInStringsMapsAndCommentsDoNotCloseAnExpression() {
    for (String source :
        List.of("{'a': {'b': 1}}.a", "'}'", "\"}\\\"}\"", "r'}\\'", "'''}'}'''", "x // }\n")) {
      Term term = parse("${" + source + "}", false);
      assertThat(term)
          .isInstanceOfSatisfying(
              Term.Computed.class,
              computed -> assertThat(computed.expression().source()).isEqualTo(source));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void anUnclosedExpressionIsAProblemAtItsStart() {
    assertThat(parse("ab ${m['k", false)).isInstanceOf(Term.Literal.class);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CRN1301");
          assertThat(problem.range()).isEqualTo(new SourceRange("f.yaml", 3, 13, 3, 15));
        });
  }

  @Test
  void anEmptyExpressionIsAProblem() {
    parse("${ }", false);
    assertThat(problems).extracting(Diagnostic::code).containsExactly("CRN1302");
  }

  private Term parse(String text, boolean quoted) {
    int length = text.length() + (quoted ? 2 : 0);
    return Scalars.parse(
        text, new SourceRange("f.yaml", 3, 10, 3, 10 + length), quoted, problems::add);
  }
}
