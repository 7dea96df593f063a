package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What CEL's checker reports, in our words.
final class TypeProblems {
  private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '([^']*)' \\(candidates: (.*)\\)",
          Pattern.DOTALL);
  private static final Pattern OPERATOR = Pattern.compile("_?([^_a-zA-Z]+)_");

  private final CelTypes celTypes;
  private final TypeEnvironment types;

  TypeProblems(CelTypes celTypes, TypeEnvironment types) {
    this.celTypes = celTypes;
    this.types = types;
  }

  static Diagnostic noResult(String type) {
    return type.equals("null_type") || type.equals("null")
        ? Problems.noNull()
        : Diagnostic.error(
                "CRN1305",
                "a value has the wrong type",
                "the expression gives " + type + ", which no attribute can hold")
            .suggest(
                type.startsWith("optional")
                    ? "end it with `.orValue(…)`"
                    : "convert it, for example with `string(…)`");
  }

  static boolean aboutNames(Diagnostic problem) {
    return problem.code().equals("CRN1303") || problem.code().equals("CRN1304");
  }

  /// The field that an issue says is not there.
  static Optional<String> field(String message) {
    Matcher field = FIELD.matcher(message);
    return field.matches() ? Optional.of(field.group(1)) : Optional.empty();
  }

  Diagnostic of(String message) {
    Matcher name = NAME.matcher(message);
    if (name.matches()) {
      return name(name.group(1));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return overload(overload.group(1), overload.group(2));
    }
    return Diagnostic.error("CRN1305", "a value has the wrong type", celTypes.words(message));
  }

  private Diagnostic name(String name) {
    Diagnostic problem = Problems.unknownName(name, types.roots());
    return problem.suggestions().isEmpty()
        ? problem.suggest(
            "names have no dashes: `a-b` is a subtraction",
            "only names of this file are known: vars, locals, each, its resources, lookups and"
                + " modules")
        : problem;
  }

  private Diagnostic overload(String function, String arguments) {
    String given = celTypes.words(arguments);
    Matcher operator = OPERATOR.matcher(function);
    String shown =
        function.equals("_?_:_")
            ? "`? :`"
            : function.equals("_[_]")
                ? "an index `[…]`"
                : operator.matches() ? "`" + operator.group(1) + "`" : "`" + function + "(…)`";
    return Diagnostic.error(
            "CRN1308",
            "an operator or a function does not take these types",
            shown + " does not take " + given)
        .suggest(ways(function, given).toArray(String[]::new));
  }

  private static List<String> ways(String function, String given) {
    List<String> ways = new ArrayList<>();
    if (given.contains("int") && given.contains("number")) {
      ways.add("nothing converts by itself: write `2.0` for a number, or use `double(…)`");
      ways.add("use `int(…)`");
    } else if (function.equals("_+_") && given.contains("string")) {
      ways.add("use `string(…)`, or text around: `${a}-${b}`");
    } else if (given.contains("null")) {
      ways.add("there is no null: use `omit()`");
    } else if (function.equals("_[_]") && given.contains("object")) {
      ways.add("an object's fields are read with a dot");
    } else if (function.equals("_?_:_")) {
      ways.add("both branches of `?:` have one type, before `?` is a bool");
    }
    return ways;
  }
}
