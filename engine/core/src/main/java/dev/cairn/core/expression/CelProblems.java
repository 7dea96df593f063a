package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What CEL reports, in our words.
final class CelProblems {
  private static final Pattern OFFSET = Pattern.compile("<input>:(\\d+): ");
  private static final String HIDDEN = "what it says is not shown: a sensitive value is involved";

  private CelProblems() {}

  static Diagnostic syntax(String message) {
    if (message.startsWith("reserved identifier: ")) {
      String word = message.substring(message.indexOf(':') + 2);
      Diagnostic problem = unparsed("`" + word + "` is a reserved word of CEL");
      return word.equals("var") ? problem.suggest("variables are `vars.NAME`") : problem;
    }
    if (message.contains("mismatched input '<EOF>'")) {
      return unparsed("it ends too early");
    }
    if (message.startsWith("mismatched input") || message.startsWith("extraneous input")) {
      return unparsed(message.replaceAll(" expecting .*", "") + " is not expected here");
    }
    return unparsed(message);
  }

  private static Diagnostic unparsed(String detail) {
    return Diagnostic.error("CRN1302", "an expression does not parse", detail)
        .suggest("write $${ for the text ${");
  }

  /// @param sensitive whether its words could show what is sensitive
  static DiagnosticException failure(
      CelEvaluationException failure, Parsed parsed, boolean sensitive) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DiagnosticException ours) {
        return placed(ours, place(failure, parsed), sensitive);
      }
    }
    Diagnostic problem = problem(failure.getErrorCode(), words(failure));
    return new DiagnosticException(hidden(problem, sensitive).at(place(failure, parsed)));
  }

  /// The same problems, at `place` where they have none.
  static DiagnosticException placed(
      DiagnosticException failure, SourceRange place, boolean sensitive) {
    return new DiagnosticException(
        failure.diagnostics().stream()
            .map(problem -> problem.range() == null ? problem.at(place) : problem)
            .map(problem -> hidden(problem, sensitive))
            .toList());
  }

  private static Diagnostic hidden(Diagnostic problem, boolean sensitive) {
    return sensitive
        ? Diagnostic.error(problem.code(), problem.summary(), HIDDEN).at(problem.range())
        : problem;
  }

  private static Diagnostic problem(CelErrorCode code, String words) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND ->
          Diagnostic.error(
                  "CRN1304",
                  "there is no such attribute or key",
                  words.replace(" is not present in map.", " is not there"))
              .suggest("guard it with `has(…)`, or use `.?` and `.orValue(…)`");
      case INDEX_OUT_OF_BOUNDS ->
          Diagnostic.error("CRN1304", "there is no such attribute or key", words);
      case OVERLOAD_NOT_FOUND ->
          Diagnostic.error(
                  "CRN1308",
                  "an operator or a function does not take these types",
                  words
                      .replaceAll("\\. Overload candidates.*", "")
                      .replace("No matching overload for function", "nothing fits"))
              .suggest("nothing converts by itself: use `int(…)`, `double(…)` or `string(…)`");
      case DIVIDE_BY_ZERO -> Problems.failed("division by zero");
      case BAD_FORMAT,
          NUMERIC_OVERFLOW,
          INVALID_ARGUMENT,
          DUPLICATE_ATTRIBUTE,
          TYPE_NOT_FOUND,
          AMBIGUOUS_OVERLOAD,
          INTERNAL_ERROR ->
          Problems.failed(words);
      case ITERATION_BUDGET_EXCEEDED ->
          Problems.tooMuch("its loops run more than %d times".formatted(Bounds.ITERATIONS));
    };
  }

  private static String words(CelEvaluationException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher offset = OFFSET.matcher(message);
    return offset.find() ? message.substring(offset.end()) : message;
  }

  private static SourceRange place(CelEvaluationException failure, Parsed parsed) {
    Matcher offset = OFFSET.matcher(String.valueOf(failure.getMessage()));
    return offset.find() ? parsed.place(Integer.parseInt(offset.group(1)), 1) : parsed.range();
  }
}
