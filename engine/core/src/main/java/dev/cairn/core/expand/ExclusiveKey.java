package dev.cairn.core.expand;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.ArrayList;
import java.util.List;

/// A key that one object at a time can hold, with its value.
///
/// @param which of the type's exclusive keys it is
/// @param within the values of what bounds it
/// @param values of the key; of a list, one of its elements
/// @param extent where the key lies: what begins with another's is inside of it
public record ExclusiveKey(
    String type, Scope scope, int which, List<Value> within, List<Value> values, String extent) {
  public ExclusiveKey {
    within = List.copyOf(within);
    values = List.copyOf(values);
  }

  /// All that an object with these attributes holds. What is not known yet is the same as another
  /// only where both are the same attribute of the same resource.
  public static List<ExclusiveKey> of(
      TypeSchema schema, ResourceType type, Scope scope, Value.Fields attributes) {
    List<ExclusiveKey> keys = new ArrayList<>();
    List<Exclusive> all = all(schema);
    for (int i = 0; i < all.size(); i++) {
      Exclusive exclusive = all.get(i);
      for (List<Value> within : combinations(attributes, exclusive.within())) {
        for (List<Value> values : combinations(attributes, exclusive.key())) {
          keys.add(
              new ExclusiveKey(
                  schema.type().toString(),
                  scope.where(),
                  i,
                  within,
                  values,
                  extent(exclusive.key(), type, values)));
        }
      }
    }
    return keys;
  }

  /// One combination for each element of a list; none where some attribute is not set or not known.
  private static List<List<Value>> combinations(Value.Fields attributes, List<Path> paths) {
    List<List<Value>> all = List.of(List.of());
    for (Path path : paths) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> begun : all) {
        for (Value element : elements(attributes, path)) {
          List<Value> next = new ArrayList<>(begun);
          next.add(element);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Value> elements(Value.Fields attributes, Path path) {
    Value value = attributes.at(path).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<Value> elements = value instanceof Value.Items(var items) ? items : List.of(value);
    return elements.stream().filter(ExclusiveKey::told).toList();
  }

  private static boolean told(Value value) {
    return value.known() || value instanceof Value.Unknown(var _, Residual.Attribute _);
  }

  private static String extent(List<Path> paths, ResourceType type, List<Value> values) {
    StringBuilder extent = new StringBuilder();
    for (int i = 0; i < paths.size(); i++) {
      Value value = values.get(i).revealed();
      extent.append(
          value instanceof Value.Text(String text)
              ? type.extent(paths.get(i), text).orElseGet(() -> alone(value))
              : alone(value));
    }
    return extent.toString();
  }

  /// No such text is the beginning of another.
  private static String alone(Value value) {
    return value instanceof Value.Unknown(var _, Residual.Attribute(var ref))
        ? ref + "\n"
        : Json.canonical(value) + "\n";
  }

  /// What only keys of the same can clash in: the type, the place, which key it is, and its bounds.
  public Object bounds() {
    return List.of(type, scope, which, within);
  }

  /// Whether two objects cannot have them at once.
  public boolean clashes(ExclusiveKey other) {
    return bounds().equals(other.bounds())
        && (extent.startsWith(other.extent) || other.extent.startsWith(extent));
  }

  /// The attributes that make it, in words.
  public String name(TypeSchema schema) {
    return String.join(" and ", paths(schema).stream().map(Path::toString).toList());
  }

  /// The attributes that make it.
  public List<Path> paths(TypeSchema schema) {
    return all(schema).get(which).key();
  }

  /// The keys that a type declares, and what identifies an object that carries no tags: two objects
  /// with one identity are one.
  private static List<Exclusive> all(TypeSchema schema) {
    List<Exclusive> all = new ArrayList<>(schema.exclusive());
    if (schema.identity() instanceof Identity.Natural(List<Path> key)
        && all.stream().noneMatch(declared -> declared.key().equals(key))) {
      all.add(new Exclusive(key, List.of()));
    }
    return all;
  }
}
