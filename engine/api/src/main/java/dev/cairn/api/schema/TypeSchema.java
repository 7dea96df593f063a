package dev.cairn.api.schema;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a resource type or a lookup declares of itself, from `schema/types/PROVIDER/TYPE.json`
/// (lookups: `schema/lookups/…`).
///
/// @param version raised when recorded attributes change their meaning
/// @param readLag how long a read may not show yet what was done: zero for a service that is never
///   stale
/// @param createBeforeDelete whether a replacement makes the new object first unless the stack says
///   otherwise
/// @param holdsData whether deleting an object loses data
/// @param doc one paragraph for `cairn schema` and editors
/// @param example the first of the schema's `examples`, empty where it has none: values that the
///   provider itself might give, such as an id in its usual form or a lookup's outputs, which the
///   simulated provider imitates; `{region}` in them stands for the region
public record TypeSchema(
    TypeName type,
    int version,
    Home home,
    SortedMap<String, Attribute> attributes,
    List<Exclusive> exclusive,
    Identity identity,
    Timeouts timeouts,
    Duration readLag,
    boolean createBeforeDelete,
    boolean holdsData,
    String doc,
    Value.Fields example) {
  public TypeSchema {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(readLag, "readLag");
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(example, "example");
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    exclusive = List.copyOf(exclusive);
  }

  /// The shape of an attribute; `ANY` of what is none.
  public Shape shape(String attribute) {
    Attribute found = attributes.get(attribute);
    return found == null ? Shape.Scalar.ANY : found.shape();
  }

  /// The attribute that a path ends in, through nested objects; for a key of a map, the map's
  /// attribute.
  public Optional<Attribute> at(Path path) {
    SortedMap<String, Attribute> level = attributes;
    Attribute found = null;
    for (String key : path.keys()) {
      Attribute next = level.get(key);
      if (next == null) {
        return found != null && found.nested().isEmpty() ? Optional.of(found) : Optional.empty();
      }
      found = next;
      level = next.nested();
    }
    return Optional.ofNullable(found);
  }

  /// How an attribute is compared: as the stack says of it or of what holds it, else as the schema
  /// says.
  ///
  /// @param chosen by the stack
  public Compare compare(Path path, Map<Path, Compare> chosen) {
    for (int length = path.keys().size(); length > 0; length--) {
      Compare mode = chosen.get(new Path(path.keys().subList(0, length)));
      if (mode != null) {
        return mode;
      }
    }
    return at(path).map(Attribute::compare).orElse(Compare.STRICT);
  }

  /// Whether some attribute is set after creation, in a step of its own.
  public boolean settles() {
    return attributes.values().stream().anyMatch(attribute -> attribute.phase() == Phase.SETTLE);
  }
}
