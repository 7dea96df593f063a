package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Sets: sorted, each element once.
final class Sets {
  /// Texts by themselves, numbers by size, all others by their JSON; unknown ones stay behind in
  /// the order of the file.
  private static final Comparator<Value> ORDER =
      Comparator.<Value>comparingInt(Sets::rank)
          .thenComparingDouble(Sets::size)
          .thenComparing(Sets::text);

  private Sets() {}

  /// @throws DiagnosticException where a known element is there twice
  static Value of(List<Value> elements, SourceRange place) {
    List<Value> known = elements.stream().filter(Value::known).toList();
    if (new HashSet<>(known).size() < known.size()) {
      throw new DiagnosticException(Problems.duplicates().at(place));
    }
    List<Value> sorted = new ArrayList<>(elements);
    sorted.sort(ORDER);
    return new Value.Items(sorted);
  }

  private static int rank(Value value) {
    return switch (value) {
      case Value.Whole ignored -> 0;
      case Value.Decimal ignored -> 0;
      case Value.Unknown ignored -> 2;
      case Value.Sensitive(Value inner, var ignored) -> rank(inner);
      case Value.Text ignored -> 1;
      case Value.Flag ignored -> 1;
      case Value.Ref ignored -> 1;
      case Value.Items ignored -> value.known() ? 1 : 2;
      case Value.Fields ignored -> value.known() ? 1 : 2;
    };
  }

  private static double size(Value value) {
    return switch (value.revealed()) {
      case Value.Whole(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value other -> 0;
    };
  }

  private static String text(Value value) {
    if (!value.known()) {
      return "";
    }
    return switch (value.revealed()) {
      case Value.Text(String text) -> text;
      case Value.Ref(var target) -> target.toString();
      case Value other -> Texts.json(other);
    };
  }
}
