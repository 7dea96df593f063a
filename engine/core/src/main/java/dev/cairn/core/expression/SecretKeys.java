package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Refuses maps that an expression writes out with a sensitive key: keys are shown wherever a value
/// is.
final class SecretKeys extends AstVisitor {
  private final Parsed parsed;
  private final Environment environment;
  private final SecretNames names = new SecretNames(Set.of());

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
    names.bind(macro, secret(macro.iterRange(), Extent.KEYS, bound));
  }

  @Override
  void ends(CelComprehension macro) {
    names.end();
  }

  /// The names that are bound to something sensitive; an inner one hides an outer one.
  private static final class SecretNames {
    private final Deque<Set<String>> scopes = new ArrayDeque<>();

    SecretNames(Set<String> outer) {
      scopes.push(outer);
    }

    void bind(CelComprehension macro, boolean secret) {
      Set<String> inner = new HashSet<>(now());
      List<String> bound = List.of(macro.iterVar(), macro.iterVar2());
      bound.forEach(secret ? inner::add : inner::remove);
      scopes.push(inner);
    }

    void end() {
      scopes.pop();
    }

    Set<String> now() {
      return scopes.element();
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
    SecretNames inside = new SecretNames(names.now());
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent ignored, Set<String> inner) {}

      @Override
      void local(String name) {
        found[0] |= inside.now().contains(name);
      }

      // A secret in its range is met there.
      @Override
      void binds(CelComprehension macro, Set<String> around) {
        inside.bind(macro, false);
      }

      @Override
      void ends(CelComprehension macro) {
        inside.end();
      }

      @Override
      void function(String name) {
        found[0] |= name.equals("secret");
      }
    }.visit(part, extent, bound);
    return found[0];
  }
}
