package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// An expression as CEL's tree, with the programs of those of its parts that have been run.
final class Parsed {
  private final String source;
  private final SourceRange range;
  private final CelAbstractSyntaxTree tree;
  private final ConcurrentMap<Long, Program> programs = new ConcurrentHashMap<>();

  private Parsed(String source, SourceRange range, CelAbstractSyntaxTree tree) {
    this.source = source;
    this.range = range;
    this.tree = tree;
  }

  /// @throws DiagnosticException where it does not parse
  static Parsed of(String source, SourceRange range) {
    CelValidationResult result = Cel.parse(source);
    try {
      return new Parsed(source, range, result.getAst());
    } catch (CelValidationException invalid) {
      List<Diagnostic> problems =
          invalid.getErrors().stream()
              .map(issue ->
                  CelProblems.syntax(issue.getMessage())
                      .at(place(source, range, issue.getSourceLocation(), 1)))
              .toList();
      throw new DiagnosticException(problems.subList(0, 1));
    }
  }

  CelAbstractSyntaxTree tree() {
    return tree;
  }

  CelExpr root() {
    return tree.getExpr();
  }

  String source() {
    return source;
  }

  SourceRange range() {
    return range;
  }

  /// Every static path that is read.
  SortedSet<Reference> reads() {
    SortedSet<Reference> reads = new TreeSet<>();
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent extent, Set<String> bound) {
        if (!path.mayBeType()) {
          reads.add(path.reference());
        }
      }
    }.visit(root());
    return reads;
  }

  Program program(CelExpr part) throws CelEvaluationException {
    Program known = programs.get(part.id());
    if (known != null) {
      return known;
    }
    Program made = Cel.program(tree, part);
    programs.put(part.id(), made);
    return made;
  }

  /// A part with normal white space.
  String text(CelExpr part) {
    return Cel.text(tree, part);
  }

  SourceRange place(CelIssue issue) {
    return place(source, range, issue.getSourceLocation(), 1);
  }

  SourceRange place(int offset, int length) {
    int from = Math.min(Math.max(offset, 0), source.length());
    return Place.within(range, source, from, Math.min(from + length, source.length()));
  }

  /// The place of a part: of all of it where it is a path, else of its operator.
  SourceRange place(CelExpr part) {
    CelExpr first = part;
    boolean path = true;
    while (path) {
      path = true;
      if (first.getKind() == CelExpr.ExprKind.Kind.SELECT) {
        first = first.select().operand();
      } else if (AstPath.of(first, Set.of()).isPresent()
          && first.getKind() == CelExpr.ExprKind.Kind.CALL) {
        first = first.call().args().getFirst();
      } else {
        path = false;
      }
    }
    int from = offset(first);
    int to = offset(part) + 1;
    if (part.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      to += part.select().field().length();
    } else if (part.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      to += part.ident().name().length() - 1;
    }
    return place(from, Math.max(1, to - from));
  }

  /// The place of one step of a path: its name or its index.
  SourceRange place(AstPath.Step step) {
    int from = offset(step.expression());
    return step instanceof AstPath.Step.Key key && !key.quoted()
        ? name(from, key.key())
        : place(from + 1, 1);
  }

  /// The place of a name that is selected at or behind an offset.
  SourceRange name(int offset, String name) {
    for (String dot : List.of(".", ".?")) {
      int found = source.indexOf(dot + name, offset);
      if (found >= 0) {
        return place(found + dot.length(), name.length());
      }
    }
    return place(offset, 1);
  }

  int offset(CelIssue issue) {
    return offset(source, issue.getSourceLocation());
  }

  private int offset(CelExpr part) {
    Integer offset = tree.getSource().getPositionsMap().get(part.id());
    return offset == null ? 0 : offset;
  }

  private static SourceRange place(
      String source, SourceRange range, CelSourceLocation location, int length) {
    int from = offset(source, location);
    return Place.within(range, source, from, Math.min(from + length, source.length()));
  }

  private static int offset(String source, CelSourceLocation location) {
    int offset = 0;
    for (int line = 1; line < location.getLine(); line++) {
      offset = source.indexOf('\n', offset) + 1;
    }
    return Math.min(Math.max(offset + location.getColumn(), 0), source.length());
  }
}
