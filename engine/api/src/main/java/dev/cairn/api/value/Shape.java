package dev.cairn.api.value;

import dev.cairn.api.address.TypeName;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shape of a value: what a variable, an attribute or an output may hold.
public sealed interface Shape {
  /// A single value; `ANY` is whatever it is.
  enum Scalar implements Shape {
    STRING,
    BOOL,
    INT,
    NUMBER,
    ANY;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A list, or with `set` a set: unordered, each element once.
  record ListOf(Shape element, boolean set) implements Shape {
    public ListOf {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String toString() {
      return (set ? "set(" : "list(") + element + ")";
    }
  }

  /// A map from strings.
  record MapOf(Shape element) implements Shape {
    public MapOf {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String toString() {
      return "map(" + element + ")";
    }
  }

  /// An object with named fields, of which `optional` need not be there.
  record ObjectOf(SortedMap<String, Shape> fields, Set<String> optional) implements Shape {
    public ObjectOf {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
      optional = Collections.unmodifiableSortedSet(new TreeSet<>(optional));
    }

    @Override
    public String toString() {
      StringBuilder out = new StringBuilder("object({");
      fields.forEach((name, shape) ->
          out.append(out.length() > 8 ? ", " : "")
              .append(name)
              .append(optional.contains(name) ? "?: " : ": ")
              .append(shape));
      return out.append("})").toString();
    }
  }

  /// A resource instance itself, of one type: `host: ${engine}`.
  record RefTo(TypeName type) implements Shape {
    public RefTo {
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
      return "reference to a " + type;
    }
  }
}
