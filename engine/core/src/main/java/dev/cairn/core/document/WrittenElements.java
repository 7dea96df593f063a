package dev.cairn.core.document;

import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where the elements of lists in normal form are written: it may have them in another order, or
/// have many for one that is written.
record WrittenElements(ResourceType type, Value.Fields normal, Term.Mapping attributes) {
  /// The last of the elements that a finding is about, where its list is written out as one.
  Optional<Term> of(ResourceType.Problem problem) {
    String name = problem.path().keys().isEmpty() ? "" : problem.path().attribute();
    return attributes.fields().get(name) instanceof Term.Sequence list
        ? problem.items().stream()
            .flatMap(item -> written(name, item, list).stream())
            .max(Comparator.naturalOrder())
            .map(list.items()::get)
        : Optional.empty();
  }

  /// At the same place where it stands for the same there, else wherever it does, the last.
  private Optional<Integer> written(String name, int item, Term.Sequence list) {
    List<Value> items = normal.items(name);
    return item < 0 || item >= items.size()
        ? Optional.empty()
        : Stream.concat(
                Stream.of(item),
                IntStream.iterate(list.items().size() - 1, i -> i >= 0, i -> i - 1).boxed())
            .filter(place -> place < list.items().size())
            .filter(place -> stands(name, list.items().get(place), items.get(item)))
            .findFirst();
  }

  private boolean stands(String name, Term term, Value item) {
    return TypeFindings.written(term)
        && type.normalize(Value.Fields.of(name, new Value.Items(List.of(Literals.value(term)))))
            .items(name)
            .contains(item);
  }
}
