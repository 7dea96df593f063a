package dev.cairn.core.expression;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.Program;

/// CEL's machinery. Each part is made when it is first used, which costs tens of milliseconds; all
/// of them are immutable and used by any thread.
final class Cel {
  private Cel() {}

  private static final class Parsing {
    static final CelParser PARSER =
        CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.current().populateMacroCalls(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.optional())
            .build();
  }

  private static final class Checking {
    static final CelChecker CHECKER =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(CelOptions.current().build())
            .addLibraries(CelExtensions.optional())
            .addFunctionDeclarations(Functions.declarations())
            .build();
  }

  private static final class Running {
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(
                CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .comprehensionMaxIterations(Bounds.ITERATIONS)
                    .build())
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addLibraries(CelExtensions.optional())
            .addFunctionBindings(Functions.bindings())
            .build();
  }

  static CelValidationResult parse(String source) {
    return Parsing.PARSER.parse(source);
  }

  /// Knows the functions; the names and their types are to be added.
  static CelChecker checker() {
    return Checking.CHECKER;
  }

  /// A part of an expression, ready to run, which counts what it works on.
  static Program program(CelAbstractSyntaxTree whole, CelExpr part) throws CelEvaluationException {
    return Running.RUNTIME.createProgram(
        CelAbstractSyntaxTree.newParsedAst(Metered.of(part), whole.getSource()));
  }

  /// A part of an expression as text with normal white space.
  static String text(CelAbstractSyntaxTree whole, CelExpr part) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(part, whole.getSource()));
  }
}
