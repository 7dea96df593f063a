package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The shape that an expression's value will have, as far as its form and the values at hand say;
/// `ANY` where they do not.
final class ShapeGuess {
  private static final SourceRange NOWHERE = new SourceRange("", 1, 1, 1, 1);
  private final Environment environment;

  ShapeGuess(Environment environment) {
    this.environment = environment;
  }

  Shape of(CelExpr part) {
    Optional<PlainPath> plain = AstPath.of(part, Set.of()).flatMap(path -> path.plain(Set.of()));
    if (plain.isPresent()) {
      return path(plain.get());
    }
    return switch (part.getKind()) {
      case CONSTANT ->
          switch (part.constant().getKind()) {
            case STRING_VALUE -> Shape.Scalar.STRING;
            case INT64_VALUE -> Shape.Scalar.INT;
            case DOUBLE_VALUE -> Shape.Scalar.NUMBER;
            case BOOLEAN_VALUE -> Shape.Scalar.BOOL;
            default -> Shape.Scalar.ANY;
          };
      case SELECT -> part.select().testOnly() ? Shape.Scalar.BOOL : Shape.Scalar.ANY;
      case CALL -> call(part.call());
      case LIST -> new Shape.ListOf(common(part.list().elements().stream()), false);
      case MAP ->
          new Shape.MapOf(common(part.map().entries().stream().map(CelExpr.CelMap.Entry::value)));
      case COMPREHENSION ->
          switch (of(part.comprehension().accuInit())) {
            case Shape.ListOf ignored -> new Shape.ListOf(Shape.Scalar.ANY, false);
            case Shape other -> other;
          };
      case IDENT, STRUCT, NOT_SET -> Shape.Scalar.ANY;
    };
  }

  private Shape call(CelCall call) {
    List<CelExpr> args = call.args();
    return switch (call.function()) {
      case "_==_",
          "_!=_",
          "_<_",
          "_<=_",
          "_>_",
          "_>=_",
          "_&&_",
          "_||_",
          "!_",
          "@in",
          "startsWith",
          "endsWith",
          "contains",
          "matches",
          "bool",
          "hasValue" ->
          Shape.Scalar.BOOL;
      case "size", "int" -> Shape.Scalar.INT;
      case "double" -> Shape.Scalar.NUMBER;
      case "string",
          "cidrSubnet",
          "cidrHost",
          "base64",
          "sha256",
          "json",
          "yaml",
          "file",
          "template",
          "secret",
          "join" ->
          Shape.Scalar.STRING;
      case "dockerLabels", "env" -> new Shape.MapOf(Shape.Scalar.STRING);
      case "_?_:_" -> common(args.stream().skip(1));
      case "_+_", "_-_", "_*_", "_/_", "_%_", "-_" -> common(args.stream());
      case "orValue" -> of(args.getFirst());
      default -> Shape.Scalar.ANY;
    };
  }

  /// The shape of one that is known to have one; the checker has seen that the others agree.
  private Shape common(Stream<CelExpr> parts) {
    return parts
        .map(this::of)
        .filter(shape -> shape != Shape.Scalar.ANY)
        .reduce(Shapes::common)
        .orElse(Shape.Scalar.ANY);
  }

  private Shape path(PlainPath path) {
    try {
      return Shapes.of(new PlainWalk(environment, path.toString(), NOWHERE).value(path));
    } catch (DiagnosticException absent) {
      return Shape.Scalar.ANY;
    }
  }
}
