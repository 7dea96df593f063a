package dev.cairn.core.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Goes over CEL's tree and meets every path that it reads.
abstract class AstVisitor {
  /// How much of a path's value is read.
  enum Extent {
    /// All of it.
    WHOLE,
    /// The keys alone, where it is a map.
    KEYS
  }

  /// A path that starts at a root; those of its indexes are met before it.
  ///
  /// @param bound names that are bound around it
  abstract void path(AstPath path, Extent extent, Set<String> bound);

  /// A call whose first argument names a file.
  void file(CelExpr name, Set<String> bound) {}

  /// A name that a macro binds is read.
  void local(String name) {}

  /// A function or an operator is called.
  void function(String name) {}

  /// A macro binds names to what is in its range, which has been visited.
  void binds(CelComprehension macro, Set<String> bound) {}

  /// Nothing after this reads what a macro has bound.
  void ends(CelComprehension macro) {}

  /// The key of an entry in a map that is written out; it has been visited.
  void key(CelExpr key, Set<String> bound) {}

  final void visit(CelExpr expression) {
    visit(expression, Extent.WHOLE, Set.of());
  }

  final void visit(CelExpr expression, Extent extent, Set<String> bound) {
    Optional<AstPath> path = AstPath.of(expression, bound);
    if (path.isPresent()) {
      for (AstPath.Step step : path.get().steps()) {
        if (step instanceof AstPath.Step.Index index) {
          visit(index.index(), Extent.WHOLE, bound);
        }
      }
      path(path.get(), extent, bound);
      return;
    }
    switch (expression.getKind()) {
      case CONSTANT, NOT_SET -> {}
      case IDENT -> local(expression.ident().name());
      case SELECT -> visit(expression.select().operand(), Extent.WHOLE, bound);
      case CALL -> call(expression.call(), bound);
      case LIST -> expression.list().elements().forEach(e -> visit(e, Extent.WHOLE, bound));
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(entry -> {
                visit(entry.key(), Extent.WHOLE, bound);
                key(entry.key(), bound);
                visit(entry.value(), Extent.WHOLE, bound);
              });
      case STRUCT ->
          expression.struct().entries().forEach(entry -> visit(entry.value(), Extent.WHOLE, bound));
      case COMPREHENSION -> comprehension(expression.comprehension(), bound);
    }
  }

  private void call(CelCall call, Set<String> bound) {
    String function = call.function();
    function(function);
    boolean size = function.equals("size");
    call.target().ifPresent(target -> visit(target, size ? Extent.KEYS : Extent.WHOLE, bound));
    for (int i = 0; i < call.args().size(); i++) {
      boolean keys = size || (function.equals("@in") && i == 1);
      visit(call.args().get(i), keys ? Extent.KEYS : Extent.WHOLE, bound);
    }
    if ((function.equals("file") || function.equals("template")) && !call.args().isEmpty()) {
      file(call.args().getFirst(), bound);
    }
  }

  private void comprehension(CelComprehension macro, Set<String> bound) {
    visit(macro.iterRange(), Extent.KEYS, bound);
    binds(macro, bound);
    visit(macro.accuInit(), Extent.WHOLE, bound);
    Set<String> inner = new HashSet<>(bound);
    inner.add(macro.iterVar());
    inner.add(macro.iterVar2());
    inner.add(macro.accuVar());
    visit(macro.loopCondition(), Extent.WHOLE, inner);
    visit(macro.loopStep(), Extent.WHOLE, inner);
    visit(macro.result(), Extent.WHOLE, inner);
    ends(macro);
  }
}
