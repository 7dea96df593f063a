package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Shape;
import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the type of an expression in CEL.
final class FormulaCheck {
  private final Parsed parsed;
  private final TypeEnvironment types;
  private final CelTypes celTypes = new CelTypes();
  private final List<Diagnostic> problems = new ArrayList<>();

  private FormulaCheck(Parsed parsed, TypeEnvironment types) {
    this.parsed = parsed;
    this.types = types;
  }

  static Typed of(Formula formula, TypeEnvironment types) {
    try {
      return new FormulaCheck(formula.parsed(), types).typed();
    } catch (DiagnosticException doesNotParse) {
      return new Typed(Shape.Scalar.ANY, doesNotParse.diagnostics());
    }
  }

  private Typed typed() {
    SortedMap<String, Set<String>> roots = new TreeMap<>();
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent extent, Set<String> bound) {
        roots.computeIfAbsent(path.root(), root -> new TreeSet<>()).add(first(path));
        rules(path, extent);
      }
    }.visit(parsed.root());
    if (!problems.isEmpty()) {
      return new Typed(Shape.Scalar.ANY, problems);
    }
    CelValidationResult result = checker(roots).check(parsed.tree());
    try {
      return result(result.getAst());
    } catch (CelValidationException invalid) {
      return new Typed(Shape.Scalar.ANY, issues(invalid.getErrors()));
    }
  }

  private CelChecker checker(SortedMap<String, Set<String>> roots) {
    List<CelVarDecl> variables = new ArrayList<>();
    roots.forEach((root, keys) ->
        types
            .root(root)
            .map(shape -> read(shape, keys))
            .ifPresent(
                shape -> variables.add(CelVarDecl.newVarDeclaration(root, celTypes.type(shape)))));
    return Cel.checker()
        .toCheckerBuilder()
        .setTypeProvider(celTypes)
        .addVarDeclarations(variables)
        .build();
  }

  private static final String ALL = "";

  /// The key that a path takes first; [#ALL] where it takes none or computes it.
  private static String first(AstPath path) {
    return !path.steps().isEmpty() && path.steps().getFirst() instanceof AstPath.Step.Key key
        ? key.key()
        : ALL;
  }

  /// The part of a root that is read: a stack may have thousands of locals.
  private static Shape read(Shape shape, Set<String> keys) {
    if (keys.contains(ALL) || !(shape instanceof Shape.ObjectOf(var fields, var optional))) {
      return shape;
    }
    SortedMap<String, Shape> part = new TreeMap<>();
    for (String key : keys) {
      Shape field = fields.get(key);
      if (field != null) {
        part.put(key, field);
      }
    }
    Set<String> left = new TreeSet<>(optional);
    left.retainAll(keys);
    return new Shape.ObjectOf(part, left);
  }

  /// What CEL would accept and a stack does not.
  private void rules(AstPath path, AstVisitor.Extent extent) {
    Optional<Shape> root = types.root(path.root());
    if (root.isEmpty()) {
      return;
    }
    boolean instances = Roots.hasInstances(path.root(), root.get());
    if (instances
        && !path.steps().isEmpty()
        && path.steps().getFirst() instanceof AstPath.Step.Key key
        && !key.quoted()) {
      problems.add(Problems.selectsInstance(path.root(), key.key()).at(parsed.place(key)));
      return;
    }
    boolean keysOfInstances =
        extent == AstVisitor.Extent.KEYS && instances && path.steps().isEmpty();
    if (!keysOfInstances
        && !path.presence()
        && Roots.endsAtResource(path.root(), path.steps().size(), root.get(), types)) {
      String text = parsed.text(path.expression());
      problems.add(
          Problems.wholeResource(text, instances && path.steps().isEmpty())
              .at(parsed.place(path.expression())));
      return;
    }
    sets(path, root.get());
  }

  private void sets(AstPath path, Shape root) {
    Shape shape = root;
    for (AstPath.Step step : path.steps()) {
      Shape above = shape;
      boolean set = above instanceof Shape.ListOf(Shape ignored, boolean unordered) && unordered;
      if (set && !(step instanceof AstPath.Step.Key)) {
        problems.add(Problems.setIndex().at(parsed.place(step)));
        return;
      }
      shape = below(above, step).orElse(Shape.Scalar.ANY);
    }
  }

  private Typed result(CelAbstractSyntaxTree checked) {
    return celTypes
        .shape(checked.getResultType())
        .map(Typed::of)
        .orElseGet(() ->
            Typed.wrong(
                TypeProblems.noResult(celTypes.words(checked.getResultType().name()))
                    .at(parsed.place(parsed.root()))));
  }

  private List<Diagnostic> issues(List<CelIssue> issues) {
    TypeProblems words = new TypeProblems(celTypes, types);
    List<Diagnostic> found = new ArrayList<>();
    for (CelIssue issue : issues) {
      Optional<String> field = TypeProblems.field(issue.getMessage());
      found.add(
          field.isPresent()
              ? field(issue, field.get())
              : words.of(issue.getMessage()).at(parsed.place(issue)));
    }
    // One mistake often makes the types around it wrong too: the names that are wrong come first.
    List<Diagnostic> names =
        found.stream().filter(problem -> TypeProblems.aboutNames(problem)).toList();
    return names.isEmpty() ? found : names;
  }

  /// A field that is not there, with those that are.
  private Diagnostic field(CelIssue issue, String field) {
    List<Diagnostic> found = new ArrayList<>();
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent extent, Set<String> bound) {
        Optional<Shape> shape = types.root(path.root());
        String above = path.root();
        for (AstPath.Step step : path.steps()) {
          if (step.expression().id() == issue.getExprId()
              && shape.orElse(null) instanceof Shape.ObjectOf object) {
            found.add(Problems.noField(above, field, object.fields().keySet()));
          }
          shape = shape.flatMap(outer -> below(outer, step));
          above = parsed.text(step.expression());
        }
      }
    }.visit(parsed.root());
    Diagnostic problem =
        found.isEmpty() ? Problems.noField("this value", field, List.of()) : found.getFirst();
    return problem.at(parsed.name(parsed.offset(issue), field));
  }

  private static Optional<Shape> below(Shape shape, AstPath.Step step) {
    return step instanceof AstPath.Step.Key key
        ? Shapes.child(shape, key.key())
        : Optional.of(Shapes.element(shape));
  }

  /// Whether `omit()` may be what an expression gives.
  static boolean mayOmit(CelExpr part) {
    if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return false;
    }
    return part.call().function().equals("omit")
        || (part.call().function().equals("_?_:_")
            && (mayOmit(part.call().args().get(1)) || mayOmit(part.call().args().get(2))));
  }
}
