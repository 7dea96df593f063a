package dev.cairn.aws.session;

import dev.cairn.api.value.Value;
import dev.cairn.aws.type.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// Reads whole lists: every page of every batch. Trouble is the SDK's exception.
final class Reader {
  private static final int FILTER_VALUES = 200;
  private final Reads reads;

  Reader(Reads reads) {
    this.reads = reads;
  }

  Value.Fields ask(String call, Value.Fields arguments) {
    return reads.ask(call, arguments);
  }

  /// How many objects one request may ask for by their key.
  static int batch(Source source) {
    return switch (source.by()) {
      case Source.By.Names(String ignored, int most) -> most;
      case Source.By.IdFilter ignored -> FILTER_VALUES;
      case Source.By.AttributeFilter ignored -> FILTER_VALUES;
      case Source.By.Everything ignored -> Integer.MAX_VALUE;
    };
  }

  /// The objects that have these keys: ids, or values of the attribute that the source filters by.
  List<Value.Fields> byKey(Source source, SortedSet<String> keys) {
    Value values = texts(keys);
    return all(
        source,
        switch (source.by()) {
          case Source.By.Names(String member, int ignored) -> Value.Fields.of(member, values);
          case Source.By.IdFilter(String name) -> filters(List.of(filter(name, values)));
          case Source.By.AttributeFilter(String name, String ignored) ->
              filters(List.of(filter(name, values)));
          case Source.By.Everything(Value.Fields arguments, String single) ->
              keys.size() == 1 ? arguments.with(single, Value.text(keys.first())) : arguments;
        });
  }

  /// All objects that these arguments leave, page after page.
  List<Value.Fields> all(Source source, Value.Fields arguments) {
    List<Value.Fields> found = new ArrayList<>();
    Value.Fields request =
        source.pageMember() == null
            ? arguments
            : arguments.with(source.pageMember(), new Value.Whole(source.pageSize()));
    Optional<Value> next;
    do {
      Value.Fields page = reads.ask(source.call(), request);
      page.items(source.list()).forEach(item -> found.add((Value.Fields) item));
      next = page.text("NextToken").filter(token -> !token.isEmpty()).map(Value::text);
      request = next.isPresent() ? request.with("NextToken", next.get()) : request;
    } while (next.isPresent());
    return found;
  }

  static Value.Fields filters(List<Value> filters) {
    return Value.Fields.of("Filters", new Value.Items(filters));
  }

  static Value filter(String name, Value values) {
    return Value.Fields.of(Map.of("Name", Value.text(name), "Values", values));
  }

  static Value texts(Iterable<String> texts) {
    List<Value> out = new ArrayList<>();
    texts.forEach(text -> out.add(Value.text(text)));
    return new Value.Items(out);
  }
}
