package dev.cairn.core.world;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Resolver;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Resolves plain references; what tests of the applier need of expressions.
public final class Substitution implements Resolver {
  @Override
  public Value resolve(Value value, Function<AttributeRef, Optional<Value>> finished) {
    return switch (value) {
      case Value.Unknown unknown ->
          unknown.residual() instanceof Residual.Attribute(AttributeRef ref)
              ? finished.apply(ref).orElse(unknown)
              : unknown;
      case Value.Fields map -> {
        TreeMap<String, Value> fields = new TreeMap<>();
        map.fields().forEach((name, field) -> fields.put(name, resolve(field, finished)));
        yield new Value.Fields(fields);
      }
      case Value.Items list ->
          new Value.Items(list.items().stream().map(item -> resolve(item, finished)).toList());
      case Value.Sensitive sensitive -> sensitive;
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ref -> ref;
    };
  }
}
