package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds what a provider reports against what was planned: only values that were planned, are known
/// and are in the report.
final class Promise {
  private final TypeSchema schema;
  private final Desired desired;
  private final Value.Fields planned;

  /// @param planned the attributes that the step sets, with the computed ones that were foreseen
  Promise(TypeSchema schema, Desired desired, Value.Fields planned) {
    this.schema = schema;
    this.desired = desired;
    this.planned = planned;
  }

  /// The first path that is reported with another value.
  Optional<Path> broken(Value.Fields reported) {
    return fields(Path.ROOT, planned, reported);
  }

  private Optional<Path> fields(Path at, Value.Fields expected, Value.Fields reported) {
    return expected.fields().entrySet().stream()
        .filter(field -> reported.has(field.getKey()))
        .flatMap(field -> {
          Path path = at.then(field.getKey());
          Value value = reported.get(field.getKey()).orElseThrow();
          return value(path, field.getValue().revealed(), value.revealed()).stream();
        })
        .findFirst();
  }

  private Optional<Path> value(Path path, Value expected, Value reported) {
    Compare compare = desired.mode(path, schema);
    if (!compare.compared() || writeOnly(path)) {
      return Optional.empty();
    }
    if (expected instanceof Value.Fields inner && reported instanceof Value.Fields actual) {
      return fields(path, inner, actual);
    }
    return same(compare, expected, reported) ? Optional.empty() : Optional.of(path);
  }

  private static boolean same(Compare compare, Value expected, Value reported) {
    if (expected instanceof Value.Items(List<Value> items)
        && reported instanceof Value.Items(List<Value> actual)) {
      return lists(compare, items, actual);
    }
    return agree(expected, reported);
  }

  private boolean writeOnly(Path path) {
    return schema.at(path).filter(attribute -> attribute.is(Trait.WRITE_ONLY)).isPresent();
  }

  private static boolean lists(Compare compare, List<Value> expected, List<Value> reported) {
    if (compare == Compare.STRICT) {
      return elementwise(expected, reported);
    }
    List<Value> left = new ArrayList<>(reported);
    boolean all =
        expected.stream()
            .allMatch(item ->
                left.stream()
                    .filter(other -> agree(item, other))
                    .findFirst()
                    .map(left::remove)
                    .orElse(false));
    return all && (compare == Compare.SUPERSET || left.isEmpty());
  }

  private static boolean elementwise(List<Value> expected, List<Value> reported) {
    if (expected.size() != reported.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!agree(expected.get(i), reported.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether everything that is expected is there; an object may hold more.
  private static boolean agree(Value expected, Value reported) {
    Value mine = expected.revealed();
    Value theirs = reported.revealed();
    if (mine instanceof Value.Unknown || mine instanceof Value.Ref) {
      return true;
    }
    if (mine instanceof Value.Fields(var inner) && theirs instanceof Value.Fields actual) {
      return inner.entrySet().stream()
          .allMatch(field ->
              actual
                  .get(field.getKey())
                  .filter(value -> agree(field.getValue(), value))
                  .isPresent());
    }
    if (mine instanceof Value.Items(List<Value> list)
        && theirs instanceof Value.Items(List<Value> actual)) {
      return elementwise(list, actual);
    }
    return mine.equals(theirs);
  }
}
