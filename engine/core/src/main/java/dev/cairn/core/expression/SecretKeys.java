package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashSet;
import java.util.Set;

/// Refuses maps that an expression writes out with a sensitive key: keys are shown wherever a value
/// is.
final class SecretKeys extends AstVisitor {
  private final Parsed parsed;
  private final Environment environment;
  private final Set<String> secretNames = new HashSet<>();

  private SecretKeys(Parsed parsed, Environment environment) {
    this.parsed = parsed;
    this.environment = environment;
  }

  /// @throws DiagnosticException at the first key that is made from something sensitive
  static void refuse(Parsed parsed, Environment environment) {
    new SecretKeys(parsed, environment).visit(parsed.root());
  }

  @Override
  void path(AstPath path, Extent extent, Set<String> bound) {}

  /// What a macro takes out of a sensitive range is sensitive too.
  @Override
  void binds(CelComprehension macro, Set<String> bound) {
    if (secret(macro.iterRange(), Extent.KEYS, bound)) {
      secretNames.add(macro.iterVar());
      secretNames.add(macro.iterVar2());
    }
  }

  @Override
  void key(CelExpr key, Set<String> bound) {
    if (key.getKind() != CelExpr.ExprKind.Kind.CONSTANT && secret(key, Extent.WHOLE, bound)) {
      throw new DiagnosticException(Problems.secretKey().at(parsed.place(key)));
    }
  }

  private boolean secret(CelExpr part, Extent extent, Set<String> bound) {
    Scan scan = new Scan(new FormulaWalk(parsed, environment), environment);
    scan.visit(part, extent, bound);
    return scan.sensitive() || readsSecret(part, extent, bound);
  }

  private boolean readsSecret(CelExpr part, Extent extent, Set<String> bound) {
    boolean[] found = {false};
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent ignored, Set<String> inner) {}

      @Override
      void local(String name) {
        found[0] |= secretNames.contains(name);
      }

      @Override
      void function(String name) {
        found[0] |= name.equals("secret");
      }
    }.visit(part, extent, bound);
    return found[0];
  }
}
