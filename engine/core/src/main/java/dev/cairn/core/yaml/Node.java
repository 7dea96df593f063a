package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A node of a YAML document. Aliases have been replaced by what they stand for, so one node may
/// stand in several places; its range is where it is written.
public sealed interface Node {
  SourceRange range();

  /// How a scalar is written.
  enum Style {
    PLAIN,
    QUOTED,
    BLOCK
  }

  /// @param text as written: `1.10` and `no` are what they are until a schema says more
  record Scalar(String text, Style style, SourceRange range) implements Node {
    public Scalar {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(style, "style");
      Objects.requireNonNull(range, "range");
    }

    /// Whether it may be anything else than a string.
    public boolean plain() {
      return style == Style.PLAIN;
    }

    /// Whether this is YAML's null: nothing, `~` or `null`.
    public boolean isNull() {
      return plain() && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }
  }

  record Sequence(List<Node> items, SourceRange range) implements Node {
    public Sequence {
      items = List.copyOf(items);
      Objects.requireNonNull(range, "range");
    }
  }

  /// In the order of the file, what merge keys bring in last.
  record Mapping(Map<String, Entry> entries, SourceRange range) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      Objects.requireNonNull(range, "range");
    }

    public Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /// The text of a scalar; empty where there is no such key or its value is no scalar.
    public Optional<String> text(String key) {
      return get(key).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
    }
  }

  /// @param key where the key stands
  record Entry(SourceRange key, Node value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /// What this node is, as people call it.
  default String kind() {
    return switch (this) {
      case Scalar scalar -> scalar.isNull() ? "nothing" : "a single value";
      case Sequence ignored -> "a list";
      case Mapping ignored -> "a mapping";
    };
  }
}
