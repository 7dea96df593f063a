package dev.cairn.core.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A path from a root in CEL's tree: names, keys and indexes in a row.
///
/// @param presence whether it is only asked for, with `has` or `?`
/// @param expression where it ends in the tree
record AstPath(String root, List<Step> steps, boolean presence, CelExpr expression) {
  /// Names that stand for types in CEL.
  private static final Set<String> TYPES =
      Set.of(
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "list",
          "map",
          "null_type",
          "type",
          "dyn",
          "optional_type",
          "optional",
          "math",
          "google");

  AstPath {
    steps = List.copyOf(steps);
  }

  /// One step down.
  sealed interface Step {
    CelExpr expression();

    /// @param quoted whether it is written as an index
    record Key(String key, boolean quoted, CelExpr expression) implements Step {}

    record Position(long index, CelExpr expression) implements Step {}

    record Index(CelExpr index, CelExpr expression) implements Step {}
  }

  /// The path that an expression is.
  ///
  /// @param bound names that macros have bound, which are no roots
  static Optional<AstPath> of(CelExpr expression, Set<String> bound) {
    return switch (expression.getKind()) {
      case IDENT -> root(expression, bound);
      case SELECT ->
          of(expression.select().operand(), bound)
              .map(path ->
                  path.then(
                      new Step.Key(expression.select().field(), false, expression),
                      expression.select().testOnly()));
      case CALL -> call(expression, bound);
      case CONSTANT, LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private static Optional<AstPath> root(CelExpr expression, Set<String> bound) {
    String name = expression.ident().name();
    String root = name.startsWith(".") ? name.substring(1) : name;
    return bound.contains(name)
        ? Optional.empty()
        : Optional.of(new AstPath(root, List.of(), false, expression));
  }

  private static Optional<AstPath> call(CelExpr expression, Set<String> bound) {
    boolean optional =
        switch (expression.call().function()) {
          case "_?._", "_[?_]" -> true;
          default -> false;
        };
    if (!optional && !expression.call().function().equals("_[_]")) {
      return Optional.empty();
    }
    List<CelExpr> args = expression.call().args();
    boolean quoted = !expression.call().function().equals("_?._");
    return of(args.get(0), bound)
        .map(path -> path.then(step(args.get(1), quoted, expression), optional));
  }

  private static Step step(CelExpr index, boolean quoted, CelExpr expression) {
    if (index.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
      CelConstant constant = index.constant();
      if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
        return new Step.Key(constant.stringValue(), quoted, expression);
      }
      if (constant.getKind() == CelConstant.Kind.INT64_VALUE) {
        return new Step.Position(constant.int64Value(), expression);
      }
    }
    return new Step.Index(index, expression);
  }

  private AstPath then(Step step, boolean asked) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new AstPath(root, longer, presence || asked, step.expression());
  }

  /// Whether this is the name of a type, unless the stack has something of that name.
  boolean mayBeType() {
    return steps.isEmpty() && TYPES.contains(root);
  }

  /// The path as far as it is static.
  Reference reference() {
    List<String> keys = new ArrayList<>();
    for (Step step : steps) {
      if (!(step instanceof Step.Key key)) {
        break;
      }
      keys.add(key.key());
    }
    return new Reference(root, keys);
  }

  /// The same path without CEL, if it is one that needs none.
  Optional<PlainPath> plain(Set<String> bound) {
    if (presence) {
      return Optional.empty();
    }
    List<PlainPath.Step> plain = new ArrayList<>();
    for (Step step : steps) {
      Optional<PlainPath.Step> next =
          switch (step) {
            case Step.Key key ->
                Optional.of(
                    key.quoted()
                        ? new PlainPath.Step.Key(key.key(), 0, 0)
                        : new PlainPath.Step.Field(key.key(), 0, 0));
            case Step.Position position ->
                Optional.of(new PlainPath.Step.Position((int) position.index(), 0, 0));
            case Step.Index index ->
                of(index.index(), bound)
                    .flatMap(path -> path.plain(bound))
                    .map(path -> new PlainPath.Step.Index(path, 0, 0));
          };
      if (next.isEmpty()) {
        return Optional.empty();
      }
      plain.add(next.get());
    }
    return Optional.of(new PlainPath(root, plain, 0, root.length()));
  }
}
