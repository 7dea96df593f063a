package dev.cairn.api.value;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A value. There is no null: what is not set is an absent key. Immutable; equal values are equal.
public sealed interface Value {
  record Text(String text) implements Value {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  record Whole(long number) implements Value {}

  /// Never equal to a [Whole], as in CEL.
  record Decimal(double number) implements Value {}

  record Flag(boolean on) implements Value {}

  /// A list, or a set in canonical order.
  record Items(List<Value> items) implements Value {
    public static final Items EMPTY = new Items(List.of());

    public Items {
      items = List.copyOf(items);
    }
  }

  /// A map or an object.
  record Fields(SortedMap<String, Value> fields) implements Value {
    public static final Fields EMPTY = new Fields(new TreeMap<>());

    public Fields {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static Fields of(Map<String, ? extends Value> fields) {
      return fields.isEmpty() ? EMPTY : new Fields(new TreeMap<>(fields));
    }

    public static Fields of(String name, Value value) {
      return of(Map.of(name, value));
    }

    public boolean has(String name) {
      return fields.containsKey(name);
    }

    /// The field as it is: known, unknown or sensitive.
    public Optional<Value> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    /// The field's text, also out of a sensitive value; empty where it is absent, unknown or no
    /// text.
    public Optional<String> text(String name) {
      return revealed(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    public Optional<Long> whole(String name) {
      return revealed(name) instanceof Whole(long number) ? Optional.of(number) : Optional.empty();
    }

    public Optional<Boolean> flag(String name) {
      return revealed(name) instanceof Flag(boolean on) ? Optional.of(on) : Optional.empty();
    }

    /// The elements of a list, none where the field is absent or unknown.
    public List<Value> items(String name) {
      return revealed(name) instanceof Items(List<Value> items) ? items : List.of();
    }

    /// The fields of an object or a map, none where the field is absent or unknown.
    public Fields fields(String name) {
      return revealed(name) instanceof Fields inner ? inner : EMPTY;
    }

    public Fields with(String name, Value value) {
      SortedMap<String, Value> copy = new TreeMap<>(fields);
      copy.put(name, value);
      return new Fields(copy);
    }

    /// These fields, overlaid with `others` at the top level.
    public Fields with(Fields others) {
      SortedMap<String, Value> copy = new TreeMap<>(fields);
      copy.putAll(others.fields);
      return new Fields(copy);
    }

    public Fields without(String name) {
      SortedMap<String, Value> copy = new TreeMap<>(fields);
      copy.remove(name);
      return new Fields(copy);
    }

    /// The value at a path; marks on the way down are kept on the result.
    public Optional<Value> at(Path path) {
      Value value = this;
      boolean sensitive = false;
      for (String key : path.keys()) {
        if (value instanceof Sensitive(Value inner, Residual ignored)) {
          sensitive = true;
          value = inner;
        }
        if (!(value instanceof Fields fields) || !fields.has(key)) {
          return Optional.empty();
        }
        value = Objects.requireNonNull(fields.fields.get(key));
      }
      return Optional.of(
          sensitive && !(value instanceof Sensitive) ? new Sensitive(value, null) : value);
    }

    private @Nullable Value revealed(String name) {
      return fields.get(name) instanceof Sensitive(Value inner, Residual ignored)
          ? inner
          : fields.get(name);
    }
  }

  /// A resource instance itself (`host: ${engine}`); it reads no attribute.
  record Ref(Address target) implements Value {
    public Ref {
      Objects.requireNonNull(target, "target");
    }
  }

  /// A value that is not known yet. It stands for a leaf, never for a container of which parts are
  /// known.
  record Unknown(Shape shape, Residual residual) implements Value {
    public Unknown {
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(residual, "residual");
    }
  }

  /// A value that is never shown, logged or written in clear. Wraps any value, also an unknown one.
  ///
  /// @param origin how apply finds the value again when it comes out of a plan file; null for one
  ///   that was observed
  record Sensitive(Value inner, @Nullable Residual origin) implements Value {
    public Sensitive {
      Objects.requireNonNull(inner, "inner");
      if (inner instanceof Sensitive) {
        throw new IllegalArgumentException("sensitive twice");
      }
    }

    /// Two sensitive values are equal when what they hold is, wherever each came from.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sensitive(Value theirs, Residual ignored) && inner.equals(theirs);
    }

    @Override
    public int hashCode() {
      return Objects.hash(Sensitive.class, inner);
    }

    @Override
    public String toString() {
      return "(sensitive)";
    }
  }

  static Text text(String text) {
    return new Text(text);
  }

  /// The value without its mark.
  default Value revealed() {
    return this instanceof Sensitive(Value inner, Residual ignored) ? inner : this;
  }

  /// The value without any mark, at any depth.
  default Value unmarked() {
    return switch (this) {
      case Sensitive sensitive -> sensitive.inner().unmarked();
      case Items list when sensitive() ->
          new Items(list.items().stream().map(Value::unmarked).toList());
      case Fields map when sensitive() -> {
        SortedMap<String, Value> unmarked = new TreeMap<>();
        map.fields().forEach((name, field) -> unmarked.put(name, field.unmarked()));
        yield new Fields(unmarked);
      }
      case Items list -> list;
      case Fields map -> map;
      case Unknown unknown -> unknown;
      case Text text -> text;
      case Whole whole -> whole;
      case Decimal decimal -> decimal;
      case Flag flag -> flag;
      case Ref ref -> ref;
    };
  }

  /// Whether this value and all that it holds are known.
  default boolean known() {
    return switch (this) {
      case Unknown ignored -> false;
      case Sensitive sensitive -> sensitive.inner().known();
      case Items list -> list.items().stream().allMatch(Value::known);
      case Fields map -> map.fields().values().stream().allMatch(Value::known);
      case Text ignored -> true;
      case Whole ignored -> true;
      case Decimal ignored -> true;
      case Flag ignored -> true;
      case Ref ignored -> true;
    };
  }

  /// Whether this value or anything in it is marked sensitive.
  default boolean sensitive() {
    return switch (this) {
      case Sensitive ignored -> true;
      case Items list -> list.items().stream().anyMatch(Value::sensitive);
      case Fields map -> map.fields().values().stream().anyMatch(Value::sensitive);
      case Unknown ignored -> false;
      case Text ignored -> false;
      case Whole ignored -> false;
      case Decimal ignored -> false;
      case Flag ignored -> false;
      case Ref ignored -> false;
    };
  }

  /// Every attribute that the unknown values in here wait for.
  default SortedSet<AttributeRef> reads() {
    SortedSet<AttributeRef> reads = new TreeSet<>();
    switch (this) {
      case Unknown unknown -> reads.addAll(unknown.residual().reads());
      case Sensitive sensitive -> reads.addAll(sensitive.inner().reads());
      case Items list -> list.items().forEach(item -> reads.addAll(item.reads()));
      case Fields map -> map.fields().values().forEach(field -> reads.addAll(field.reads()));
      case Text ignored -> {}
      case Whole ignored -> {}
      case Decimal ignored -> {}
      case Flag ignored -> {}
      case Ref ignored -> {}
    }
    return reads;
  }
}
