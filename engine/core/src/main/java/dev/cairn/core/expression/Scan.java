package dev.cairn.core.expression;

import dev.cairn.api.value.Value;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Looks up every path that an expression reads in an environment: whether all of it is known, and
/// the parts that it needs.
final class Scan extends AstVisitor {
  private final FormulaWalk walk;
  private final Environment environment;
  private final Bindings bindings = new Bindings();
  private final SortedSet<Reference> references = new TreeSet<>();
  private final List<CelExpr> files = new ArrayList<>();
  private boolean unknown;
  private boolean sensitive;

  Scan(FormulaWalk walk, Environment environment) {
    this.walk = walk;
    this.environment = environment;
  }

  /// A step with its index put in; `null` stands for any.
  private sealed interface Move {
    record Key(String key) implements Move {}

    record Position(long index) implements Move {}

    record Any() implements Move {}
  }

  boolean unknown() {
    return unknown;
  }

  boolean sensitive() {
    return sensitive;
  }

  Bindings bindings() {
    return bindings;
  }

  SortedSet<Reference> references() {
    return Collections.unmodifiableSortedSet(references);
  }

  /// The arguments that name files.
  List<CelExpr> files() {
    return files;
  }

  @Override
  void file(CelExpr name, Set<String> bound) {
    files.add(name);
  }

  @Override
  void path(AstPath path, Extent extent, Set<String> bound) {
    Optional<Value> root = environment.root(path.root());
    if (root.isEmpty() && path.mayBeType()) {
      return;
    }
    if (root.isEmpty()) {
      bindings.add(path.root(), List.of(), Value.Fields.EMPTY);
      references.add(new Reference(path.root(), List.of()));
      return;
    }
    List<Move> moves = path.steps().stream().map(step -> move(step, bound)).toList();
    new Descent(path.root(), extent).go(root.get(), List.of(), moves, true);
  }

  private Move move(AstPath.Step step, Set<String> bound) {
    return switch (step) {
      case AstPath.Step.Key key -> new Move.Key(key.key());
      case AstPath.Step.Position position -> new Move.Position(position.index());
      case AstPath.Step.Index index -> index(index.index(), bound);
    };
  }

  private Move index(CelExpr index, Set<String> bound) {
    Optional<Value> key = walk.index(index, bound);
    if (key.isEmpty()) {
      return new Move.Any();
    }
    return switch (key.get()) {
      case Value.Text(String text) -> new Move.Key(text);
      case Value.Whole(long number) -> new Move.Position(number);
      case Value other -> new Move.Any();
    };
  }

  /// One path on its way down.
  private final class Descent {
    private final String root;
    private final Extent extent;

    Descent(String root, Extent extent) {
      this.root = root;
      this.extent = extent;
    }

    /// @param binding false below a part that has been taken whole
    void go(Value value, List<String> keys, List<Move> moves, boolean binding) {
      switch (value) {
        case Value.Unknown ignored -> {
          unknown = true;
          take(keys, value, binding);
        }
        case Value.Sensitive(Value inner, var ignored) -> {
          sensitive = true;
          take(keys, value, binding);
          go(inner, keys, moves, false);
        }
        case Value known when moves.isEmpty() -> end(known, keys, binding);
        case Value.Fields fields -> fields(fields, keys, moves, binding);
        case Value.Items list -> {
          take(keys, list, binding);
          items(list, keys, moves);
        }
        case Value scalar -> take(keys, scalar, binding);
      }
    }

    private void end(Value value, List<String> keys, boolean binding) {
      if (extent == Extent.KEYS && value instanceof Value.Fields fields) {
        take(keys, Value.Fields.EMPTY, binding);
        fields.fields().keySet().forEach(key -> add(then(keys, key), Value.Fields.EMPTY, binding));
        return;
      }
      take(keys, value, binding);
      unknown |= !value.known();
      sensitive |= value.sensitive();
    }

    private void fields(Value.Fields fields, List<String> keys, List<Move> moves, boolean binding) {
      List<Move> rest = moves.subList(1, moves.size());
      switch (moves.getFirst()) {
        case Move.Key(String key) -> {
          if (fields.has(key)) {
            fields.get(key).ifPresent(field -> go(field, then(keys, key), rest, binding));
          } else {
            add(keys, Value.Fields.EMPTY, binding);
            references.add(new Reference(root, then(keys, key)));
          }
        }
        case Move.Position ignored -> take(keys, fields, binding);
        case Move.Any ignored -> {
          add(keys, Value.Fields.EMPTY, binding);
          references.add(new Reference(root, keys));
          fields.fields().forEach((key, field) -> go(field, then(keys, key), rest, binding));
        }
      }
    }

    private void items(Value.Items list, List<String> keys, List<Move> moves) {
      List<Move> rest = moves.subList(1, moves.size());
      List<Value> read =
          switch (moves.getFirst()) {
            case Move.Key ignored -> List.of();
            case Move.Position(long index) ->
                index >= 0 && index < list.items().size()
                    ? List.of(list.items().get((int) index))
                    : List.of();
            case Move.Any ignored -> list.items();
          };
      read.forEach(item -> go(item, keys, rest, false));
    }

    private void take(List<String> keys, Value value, boolean binding) {
      references.add(new Reference(root, keys));
      add(keys, value, binding);
    }

    private void add(List<String> keys, Value value, boolean binding) {
      if (binding) {
        bindings.add(root, keys, value);
      }
    }
  }

  private static List<String> then(List<String> keys, String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return longer;
  }
}
