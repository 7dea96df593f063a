package dev.cairn.core.expression;

import dev.cairn.api.value.Value;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Maps and lists that an expression writes out: a secret in one element leaves the others and the
/// keys in clear.
final class WrittenOut {
  private final FormulaWalk walk;

  WrittenOut(FormulaWalk walk) {
    this.walk = walk;
  }

  /// The value element by element; empty for what is no map or list that is written out, or has
  /// parts that are there only sometimes.
  Optional<Value> value(CelExpr part) {
    return switch (part.getKind()) {
      case MAP -> fields(part.map().entries());
      case LIST -> part.list().optionalIndices().isEmpty() ? items(part) : Optional.empty();
      case CONSTANT, IDENT, SELECT, CALL, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private Optional<Value> fields(List<CelExpr.CelMap.Entry> entries) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (CelExpr.CelMap.Entry entry : entries) {
      Optional<Value> key = walk.value(entry.key());
      if (entry.optionalEntry()
          || !(key.orElse(Value.Items.EMPTY) instanceof Value.Text(String name))
          || fields.containsKey(name)) {
        return Optional.empty();
      }
      walk.value(entry.value()).ifPresent(value -> fields.put(name, value));
    }
    return Optional.of(new Value.Fields(fields));
  }

  private Optional<Value> items(CelExpr part) {
    List<Value> items = new ArrayList<>();
    part.list().elements().forEach(element -> walk.value(element).ifPresent(items::add));
    return Optional.of(new Value.Items(items));
  }

  /// Whether the keys of the map that a function gives are made from nothing that is sensitive.
  boolean plainKeys(CelExpr part) {
    if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return false;
    }
    List<CelExpr> args = part.call().args();
    return switch (part.call().function()) {
      case "dockerLabels" -> walk.value(args.getFirst()).filter(WrittenOut::plain).isPresent();
      case "env" ->
          walk.value(args.getFirst()).filter(names -> !names.sensitive()).isPresent()
              && walk.value(args.get(1)).filter(WrittenOut::plain).isPresent();
      default -> false;
    };
  }

  private static boolean plain(Value map) {
    return !(map instanceof Value.Sensitive);
  }
}
