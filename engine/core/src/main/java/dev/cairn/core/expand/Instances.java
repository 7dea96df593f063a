package dev.cairn.core.expand;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Reference;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The instances of a resource or a module: from `forEach` and `when`.
final class Instances {
  private Instances() {}

  /// The instances by key, each with its `each`; one under the empty key where there is no
  /// `forEach`.
  ///
  /// @return empty where a collection is unknown and that is tolerated
  /// @throws DiagnosticException where it is unknown, or no collection of keys
  static Optional<SortedMap<String, Value.Fields>> of(
      String name, @Nullable Term forEach, @Nullable Term when, Room room, boolean tolerant) {
    SortedMap<String, Value.Fields> instances = new TreeMap<>();
    if (forEach == null) {
      instances.put("", Value.Fields.EMPTY);
    } else {
      Value collection = collection(forEach, room);
      Optional<SortedMap<String, Value>> keys = keys(name, collection, forEach.range(), tolerant);
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      keys.get().forEach((key, value) -> instances.put(key, each(key, value)));
    }
    return when == null ? Optional.of(instances) : kept(name, instances, when, room, tolerant);
  }

  private static Value.Fields each(String key, Value value) {
    return Value.Fields.of(Map.of("key", Value.text(key), "value", value));
  }

  private static Optional<SortedMap<String, Value.Fields>> kept(
      String name,
      SortedMap<String, Value.Fields> instances,
      Term when,
      Room room,
      boolean tolerant) {
    SortedMap<String, Value.Fields> kept = new TreeMap<>();
    for (Map.Entry<String, Value.Fields> instance : instances.entrySet()) {
      Environment environment = room.environment(instance.getValue());
      Value answer =
          Terms.evaluate(when, Shape.Scalar.BOOL, environment).orElse(new Value.Flag(false));
      refuseSensitive(name, "when", answer, when.range());
      if (!answer.known()) {
        if (tolerant) {
          return Optional.empty();
        }
        throw unknown(name, "when", answer, when.range());
      }
      if (answer instanceof Value.Flag(boolean on) && on) {
        kept.put(instance.getKey(), instance.getValue());
      }
    }
    return Optional.of(kept);
  }

  /// A resource with `forEach` stands for its keys, which are known before any attribute is.
  private static Value collection(Term forEach, Room room) {
    if (forEach instanceof Term.Computed(Expression expression, SourceRange ignored)) {
      Optional<SortedSet<String>> keys =
          expression
              .reference()
              .filter(reference -> reference.keys().isEmpty())
              .map(Reference::root)
              .filter(root -> room.module.resources().containsKey(root))
              .flatMap(room::keys);
      if (keys.isPresent()) {
        return new Value.Items(keys.get().stream().<Value>map(Value::text).toList());
      }
    }
    return Terms.evaluate(forEach, Shape.Scalar.ANY, room.environment(Value.Fields.EMPTY))
        .orElse(Value.Fields.EMPTY);
  }

  private static Optional<SortedMap<String, Value>> keys(
      String name, Value collection, SourceRange range, boolean tolerant) {
    refuseSensitive(name, "forEach", collection, range);
    return switch (collection) {
      case Value.Fields(SortedMap<String, Value> fields) -> Optional.of(fields);
      case Value.Items(List<Value> items) -> listed(name, items, range, tolerant);
      case Value.Unknown _ when tolerant -> Optional.empty();
      case Value.Unknown _ -> throw unknown(name, "forEach", collection, range);
      case Value.Text _,
          Value.Whole _,
          Value.Decimal _,
          Value.Flag _,
          Value.Ref _,
          Value.Sensitive _ ->
          throw notKeys(name, range);
    };
  }

  private static Optional<SortedMap<String, Value>> listed(
      String name, List<Value> items, SourceRange range, boolean tolerant) {
    SortedMap<String, Value> keys = new TreeMap<>();
    for (Value item : items) {
      if (item instanceof Value.Unknown) {
        if (tolerant) {
          return Optional.empty();
        }
        throw unknown(name, "forEach", item, range);
      }
      if (!(item instanceof Value.Text(String key))) {
        throw notKeys(name, range);
      }
      if (keys.put(key, item) != null) {
        throw new DiagnosticException(
            Diagnostic.error(
                    "CRN2006",
                    "`forEach` has a key twice",
                    "`" + key + "` in the forEach of `" + name + "`")
                .at(range)
                .suggest("keys are the identity of instances: each may be there once"));
      }
    }
    return Optional.of(keys);
  }

  private static DiagnosticException notKeys(String name, SourceRange range) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN2007",
                "`forEach` takes a map, or a list or set of strings",
                "the forEach of `" + name + "` is none")
            .at(range)
            .suggest(
                "use a map (`{a: …, b: …}`), a list of strings, or a resource that has forEach"));
  }

  private static DiagnosticException unknown(
      String name, String meta, Value value, SourceRange range) {
    String waits =
        value.reads().stream().map(ref -> "`" + ref + "`").collect(Collectors.joining(", "));
    return new DiagnosticException(
        Diagnostic.error(
                "CRN2005",
                "the instances of a resource depend on something that is not known before apply",
                "the " + meta + " of `" + name + "` waits for " + waits)
            .at(range)
            .suggest("apply what it waits for first", "make it a variable, whose value is known"));
  }

  private static void refuseSensitive(String name, String meta, Value value, SourceRange range) {
    if (value.sensitive() && !(value instanceof Value.Fields)) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN2008",
                  "a sensitive value may not decide which instances there are",
                  "the " + meta + " of `" + name + "`")
              .at(range)
              .suggest("addresses are shown everywhere: use a value that is no secret"));
    }
  }
}
