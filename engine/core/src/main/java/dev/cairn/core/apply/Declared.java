package dev.cairn.core.apply;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/// Whether arguments are the ones that the plan declares, with nothing but its unknowns filled in.
/// An unknown may turn out to be not set at all.
final class Declared {
  private Declared() {}

  static boolean covers(Value declared, Value resolved) {
    return switch (declared) {
      case Value.Unknown ignored -> true;
      case Value.Sensitive sensitive -> covers(sensitive.inner(), resolved.revealed());
      case Value.Fields fields ->
          resolved instanceof Value.Fields others && fields(fields.fields(), others.fields());
      case Value.Items items ->
          resolved instanceof Value.Items others && items(items.items(), others.items());
      case Value.Text text -> text.equals(resolved.revealed());
      case Value.Whole whole -> whole.equals(resolved.revealed());
      case Value.Decimal decimal -> decimal.equals(resolved.revealed());
      case Value.Flag flag -> flag.equals(resolved.revealed());
      case Value.Ref ref -> ref.equals(resolved.revealed());
    };
  }

  private static boolean fields(
      SortedMap<String, Value> declared, SortedMap<String, Value> others) {
    return declared.keySet().containsAll(others.keySet())
        && declared.entrySet().stream()
            .allMatch(field -> {
              Value other = others.get(field.getKey());
              return other == null ? unknown(field.getValue()) : covers(field.getValue(), other);
            });
  }

  private static boolean items(List<Value> declared, List<Value> others) {
    if (declared.size() != others.size()) {
      return declared.size() > others.size() && declared.stream().anyMatch(Declared::unknown);
    }
    return IntStream.range(0, declared.size())
        .allMatch(i -> covers(declared.get(i), others.get(i)));
  }

  private static boolean unknown(Value value) {
    return value.revealed() instanceof Value.Unknown;
  }
}
