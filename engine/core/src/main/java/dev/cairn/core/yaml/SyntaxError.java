package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Words for what the parser refuses.
final class SyntaxError {
  private final String file;
  private final List<String> lines;

  SyntaxError(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /// The diagnostic for a scalar whose expression YAML cuts up.
  static Diagnostic unquoted(SourceRange place) {
    return Diagnostic.error(
            "CRN1003",
            "an expression is cut up by YAML",
            "quote scalars with `${…}` that contain `: `, ` #` or stand in `{}` or `[]`")
        .at(place)
        .suggest("put the whole value in double quotes: \"${…}\"");
  }

  Diagnostic of(MarkedYamlEngineException problem) {
    Mark mark = problem.getProblemMark().or(problem::getContextMark).orElse(null);
    if (mark == null) {
      return Diagnostic.error("CRN1002", "this is not valid YAML", problem.getProblem());
    }
    int line = Math.min(mark.getLine(), Math.max(0, lines.size() - 1));
    String source = lines.isEmpty() ? "" : lines.get(line);
    int column = mark.getLine() == line ? mark.getColumn() : source.length();
    int expression = source.indexOf("${");
    if (expression >= 0 && expression <= column) {
      return unquoted(place(line, expression));
    }
    if (column < source.length() && source.charAt(column) == '\t') {
      return tab(place(line, column));
    }
    int tab = source.indexOf('\t');
    if (tab >= 0 && source.substring(0, tab).isBlank()) {
      return tab(place(line, tab));
    }
    return Diagnostic.error("CRN1002", "this is not valid YAML", sentence(problem))
        .at(place(line, column));
  }

  private static Diagnostic tab(SourceRange place) {
    return Diagnostic.error("CRN1005", "a tab stands where YAML wants spaces", "")
        .at(place)
        .suggest("indent with spaces");
  }

  private static String sentence(MarkedYamlEngineException problem) {
    String context = Objects.requireNonNullElse(problem.getContext(), "");
    String said = Objects.requireNonNullElse(problem.getProblem(), "");
    return context.isEmpty() ? said : context + ": " + said;
  }

  private SourceRange place(int line, int column) {
    return new SourceRange(file, line + 1, column + 1, line + 1, column + 2);
  }
}
