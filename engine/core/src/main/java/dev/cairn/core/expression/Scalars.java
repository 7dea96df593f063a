package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the expressions in a scalar of a stack file.
public final class Scalars {
  private final String text;
  private final SourceRange range;
  private final boolean quoted;
  private final Consumer<Diagnostic> problems;
  private final List<Term> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int literalFrom;

  private Scalars(String text, SourceRange range, boolean quoted, Consumer<Diagnostic> problems) {
    this.text = text;
    this.range = range;
    this.quoted = quoted;
    this.problems = problems;
  }

  /// The term of a scalar. One that is a single `${…}` is computed, one with text around is mixed,
  /// one without expressions is a literal text; `$${` stands for `${`.
  ///
  /// @param text what YAML made of the scalar
  /// @param range from the scalar's first character (its quote, if it has one) to behind its last
  /// @param problems takes what does not parse
  public static Term parse(
      String text, SourceRange range, boolean quoted, Consumer<Diagnostic> problems) {
    if (!text.contains("${")) {
      return new Term.Literal(new Value.Text(text), range);
    }
    return new Scalars(text, range, quoted, problems).term();
  }

  /// Whether a scalar holds an expression or an escaped one, so that [#parse] must read it.
  public static boolean concerns(String text) {
    return text.contains("${");
  }

  private Term term() {
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        literal.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        at = expression(at);
      } else {
        literal.append(text.charAt(at++));
      }
    }
    return whole();
  }

  private Term whole() {
    if (parts.isEmpty()) {
      return new Term.Literal(new Value.Text(literal.toString()), range);
    }
    if (parts.size() == 1
        && literal.isEmpty()
        && parts.getFirst() instanceof Term.Computed(Expression only, SourceRange ignored)) {
      return new Term.Computed(only, range);
    }
    endLiteral(text.length());
    return new Term.Mixed(parts, range);
  }

  /// Reads the expression at `from`.
  ///
  /// @return the offset behind it
  private int expression(int from) {
    int end = Braces.end(text, from + 2);
    if (end < 0) {
      problems.accept(Problems.unclosed().at(place(from, from + 2)));
      literal.append(text, from, text.length());
      return text.length();
    }
    endLiteral(from);
    String source = text.substring(from + 2, end);
    if (source.isBlank()) {
      problems.accept(Problems.empty().at(place(from, end + 1)));
    } else {
      parts.add(
          new Term.Computed(Expressions.parse(source, place(from + 2, end)), place(from, end + 1)));
    }
    literalFrom = end + 1;
    return end + 1;
  }

  private void endLiteral(int to) {
    Optional.of(literal.toString())
        .filter(part -> !part.isEmpty())
        .ifPresent(
            part -> parts.add(new Term.Literal(new Value.Text(part), place(literalFrom, to))));
    literal.setLength(0);
  }

  private SourceRange place(int from, int to) {
    return Place.inScalar(range, text, quoted, from, to);
  }
}
