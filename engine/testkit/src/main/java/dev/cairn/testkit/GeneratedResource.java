package dev.cairn.testkit;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A resource of a generated stack, as it is written: references are texts such as `${net.id}`.
///
/// @param meta keys beside the attributes: `lifecycle`, `dependsOn`
public record GeneratedResource(
    TypeName type, SortedMap<String, Value> attributes, SortedMap<String, Value> meta) {
  public GeneratedResource {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    meta = Collections.unmodifiableSortedMap(new TreeMap<>(meta));
  }

  GeneratedResource(TypeName type, SortedMap<String, Value> attributes) {
    this(type, attributes, new TreeMap<>());
  }

  GeneratedResource with(String attribute, Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(attributes);
    changed.put(attribute, value);
    return new GeneratedResource(type, changed, meta);
  }

  GeneratedResource without(String attribute) {
    SortedMap<String, Value> changed = new TreeMap<>(attributes);
    changed.remove(attribute);
    return new GeneratedResource(type, changed, meta);
  }

  GeneratedResource withMeta(String key, Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(meta);
    changed.put(key, value);
    return new GeneratedResource(type, attributes, changed);
  }

  GeneratedResource withoutMeta(String key) {
    SortedMap<String, Value> changed = new TreeMap<>(meta);
    changed.remove(key);
    return new GeneratedResource(type, attributes, changed);
  }

  /// The text of an attribute; empty where it is not set or no text.
  Optional<String> text(String attribute) {
    return attributes.get(attribute) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The names of the resources that it refers to or depends on.
  SortedSet<String> refersTo() {
    SortedSet<String> names = new TreeSet<>();
    attributes.values().forEach(value -> names.addAll(References.in(value)));
    if (meta.get("dependsOn") instanceof Value.Items(var items)) {
      items.forEach(item -> names.add(((Value.Text) item).text()));
    }
    return names;
  }

  /// The same, with another name for a resource that it refers to.
  GeneratedResource renaming(String from, String to) {
    SortedMap<String, Value> renamed = new TreeMap<>(attributes);
    renamed.replaceAll((name, value) -> References.renamed(value, from, to));
    GeneratedResource other = new GeneratedResource(type, renamed, meta);
    return meta.get("dependsOn") instanceof Value.Items(var items)
        ? other.withMeta(
            "dependsOn",
            new Value.Items(
                items.stream()
                    .map(item -> item.equals(Value.text(from)) ? Value.text(to) : item)
                    .toList()))
        : other;
  }

  /// The same, without anything that refers to a resource: elements of lists go, and attributes
  /// that would refer to it still.
  GeneratedResource lettingGo(String name) {
    SortedMap<String, Value> left = new TreeMap<>();
    attributes.forEach((attribute, value) ->
        References.without(value, name).ifPresent(kept -> left.put(attribute, kept)));
    GeneratedResource other = new GeneratedResource(type, left, meta);
    if (!(meta.get("dependsOn") instanceof Value.Items(var items))) {
      return other;
    }
    var kept = items.stream().filter(item -> !item.equals(Value.text(name))).toList();
    return kept.isEmpty()
        ? other.withoutMeta("dependsOn")
        : other.withMeta("dependsOn", new Value.Items(kept));
  }

  String yaml(String name) {
    StringBuilder yaml = new StringBuilder("  " + name + ":\n    type: " + type + "\n");
    attributes.forEach((key, value) -> line(yaml, key, value));
    meta.forEach((key, value) -> line(yaml, key, value));
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, Value value) {
    yaml.append("    ").append(key).append(": ").append(Json.canonical(value)).append('\n');
  }
}
