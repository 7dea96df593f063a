package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Evaluates an expression, or what can be evaluated of it. CEL never sees an unknown: what reads
/// one is left as a residual, unless `&&`, `||` or `?:` is decided by what is known.
final class FormulaWalk {
  private final Parsed parsed;
  private final Environment environment;

  FormulaWalk(Parsed parsed, Environment environment) {
    this.parsed = parsed;
    this.environment = environment;
  }

  /// The value of a part; empty where it is omitted.
  ///
  /// @throws DiagnosticException where it fails, with the place
  Optional<Value> value(CelExpr part) {
    if (calls(part, "omit", 0)) {
      return Optional.empty();
    }
    Optional<PlainPath> plain = AstPath.of(part, Set.of()).flatMap(path -> path.plain(Set.of()));
    if (plain.isPresent()) {
      return Optional.of(
          new PlainWalk(environment, parsed.source(), parsed.place(part)).value(plain.get()));
    }
    Scan scan = new Scan(this, environment);
    scan.visit(part);
    if (calls(part, "_?_:_", 3)) {
      return choice(part, part.call().args(), scan);
    }
    if (scan.sensitive()) {
      Optional<Value> written = new WrittenOut(this).value(part);
      if (written.isPresent()) {
        return written;
      }
    }
    return scan.unknown() ? partly(part, scan) : known(part, scan);
  }

  /// The value of an index where it can be known before the rest, and shown.
  Optional<Value> index(CelExpr index, Set<String> bound) {
    boolean[] free = {true};
    new AstVisitor() {
      @Override
      void path(AstPath path, Extent extent, Set<String> inner) {
        free[0] &= !bound.contains(path.root());
      }
    }.visit(index);
    if (!free[0]) {
      return Optional.empty();
    }
    try {
      return value(index).filter(value -> value.known() && !value.sensitive());
    } catch (DiagnosticException foundWhenTheWholeRuns) {
      return Optional.empty();
    }
  }

  private Optional<Value> known(CelExpr part, Scan scan) {
    if (calls(part, "secret", 1)) {
      return secret(part.call().args().getFirst());
    }
    Sources sources = new Sources(environment.inputs());
    Optional<Value> result;
    try {
      Map<String, Object> variables = CelValues.fields(scan.bindings().fields());
      result = CelValues.optional(sources.during(() -> parsed.program(part).eval(variables)));
    } catch (Work.Spent spent) {
      throw new DiagnosticException(
          Problems.tooMuch(String.valueOf(spent.getMessage())).at(parsed.place(part)));
    } catch (StackOverflowError tooDeep) {
      throw new DiagnosticException(
          Problems.tooMuch("it is nested too deeply").at(parsed.place(part)));
    } catch (CelEvaluationException failure) {
      throw CelProblems.failure(failure, parsed, scan.sensitive() || sources.sensitive());
    } catch (DiagnosticException failure) {
      throw CelProblems.placed(
          failure, parsed.place(part), scan.sensitive() || sources.sensitive());
    }
    return scan.sensitive() || sources.sensitive()
        ? result.map(value -> hidden(part, value, residual(part, scan)))
        : result;
  }

  /// A sensitive value: of a map whose keys are made from nothing that is, the values alone.
  private Value hidden(CelExpr part, Value value, Residual origin) {
    return value instanceof Value.Fields fields && new WrittenOut(this).plainKeys(part)
        ? Marked.each(fields, new Value.Sensitive(value, origin))
        : new Value.Sensitive(value, origin);
  }

  private Optional<Value> secret(CelExpr argument) {
    Optional<Value> source = value(argument);
    if (source.isPresent() && source.get() instanceof Value.Text(String text)) {
      try {
        String found = new Sources(environment.inputs()).secret(text);
        return Optional.of(new Value.Sensitive(new Value.Text(found), new Residual.Secret(text)));
      } catch (DiagnosticException failure) {
        throw CelProblems.placed(failure, parsed.place(argument), false);
      }
    }
    throw new DiagnosticException(Problems.badSecret().at(parsed.place(argument)));
  }

  private Optional<Value> partly(CelExpr part, Scan scan) {
    if (calls(part, "_&&_", 2)) {
      return Optional.of(decided(part, false, scan));
    }
    if (calls(part, "_||_", 2)) {
      return Optional.of(decided(part, true, scan));
    }
    return Optional.of(unknown(part, scan));
  }

  /// `?:` by its condition, also where all is known: what the other branch reads leaves no mark.
  private Optional<Value> choice(CelExpr part, List<CelExpr> args, Scan scan) {
    Optional<Value> condition = value(args.get(0));
    if (condition.isEmpty() || !(condition.get().revealed() instanceof Value.Flag(boolean on))) {
      return scan.unknown() ? Optional.of(unknown(part, scan)) : known(part, scan);
    }
    Optional<Value> chosen = value(args.get(on ? 1 : 2));
    return condition.get() instanceof Value.Sensitive
        ? chosen.map(value -> new Value.Sensitive(value.revealed(), residual(part, scan)))
        : chosen;
  }

  /// `&&` where `deciding` is false, `||` where it is true. CEL lets either side decide, whatever
  /// the other one does.
  private Value decided(CelExpr part, boolean deciding, Scan scan) {
    Value left = side(part.call().args().get(0), scan).revealed();
    Value right = side(part.call().args().get(1), scan).revealed();
    Value flag = new Value.Flag(deciding);
    if (left.equals(flag) || right.equals(flag)) {
      return scan.sensitive() ? new Value.Sensitive(flag, residual(part, scan)) : flag;
    }
    if (scan.sensitive()) {
      return unknown(part, scan);
    }
    if (left instanceof Value.Flag) {
      return right;
    }
    return right instanceof Value.Flag ? left : unknown(part, scan);
  }

  private Value side(CelExpr part, Scan scan) {
    try {
      return value(part).orElseThrow(() -> new DiagnosticException(Problems.omitted()));
    } catch (DiagnosticException unlessTheOtherSideDecides) {
      return unknown(part, scan);
    }
  }

  private Value unknown(CelExpr part, Scan scan) {
    Residual residual = residual(part, scan);
    Shape shape = new ShapeGuess(environment).of(part);
    Value.Unknown unknown = new Value.Unknown(shape, residual);
    return scan.sensitive() ? new Value.Sensitive(unknown, residual) : unknown;
  }

  /// What evaluates a part again without the stack's files: its text, the values that it reads and
  /// the files.
  private Residual residual(CelExpr part, Scan scan) {
    Bindings bindings = new Bindings();
    bindings.addAll(scan.bindings());
    for (CelExpr name : scan.files()) {
      Optional<Value> path = index(name, Set.of());
      if (path.isEmpty() || !(path.get() instanceof Value.Text(String file))) {
        throw new DiagnosticException(Problems.unknownFile().at(parsed.place(name)));
      }
      try {
        String text = environment.inputs().files().read(file);
        bindings.add(Residuals.FILES, List.of(file), new Value.Text(text));
      } catch (DiagnosticException failure) {
        throw CelProblems.placed(failure, parsed.place(name), false);
      }
    }
    return new Residual.Expression(parsed.text(part), bindings.fields());
  }

  private static boolean calls(CelExpr part, String function, int args) {
    return part.getKind() == CelExpr.ExprKind.Kind.CALL
        && part.call().function().equals(function)
        && part.call().target().isEmpty()
        && part.call().args().size() == args;
  }
}
